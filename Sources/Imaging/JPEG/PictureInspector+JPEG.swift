import Registration

extension PictureInspector {
    func readJPEG(_ bytes: Span<UInt8>, into facts: inout PictureFacts) throws(DecodeFault) {
        var structure = JPEGStructure()
        defer { facts.take(structure, of: bytes.count) }
        try structure.read(bytes, limits: limits)
        guard let frame = structure.frame else { return }
        let output = JPEGDecoder.Output(frame)
        let pixels = try LargeDecoding.run(
            bytes: structure.coefficientBytes
        ) { () throws(DecodeFault) in
            try decode(bytes, output, structure)
        }
        facts.content = PictureContent(measuring: pixels, isWhole: output.isWhole, faces: faces)
    }

    func decode(
        _ bytes: Span<UInt8>,
        _ output: JPEGDecoder.Output,
        _ structure: JPEGStructure
    ) throws(DecodeFault) -> PixelBuffer {
        guard let decoder = JPEGDecoder() else { throw .overLimit("no memory for a decoder") }
        var objection: JPEGDecoder.Objection
        do throws(JPEGDecoder.Objection) {
            return try decoder.decode(bytes, output)
        } catch {
            objection = error
        }
        // Junk between segments, odd metadata, padding and rows behind the last one are what libjpeg
        // warns of too. If the warning goes away without them, all pixels are there; else it means
        // damage.
        for excess in JPEGStructure.Excess.allCases where objection.isWarning {
            guard let picture = structure.picture(of: bytes, without: excess) else { continue }
            do throws(JPEGDecoder.Objection) {
                return try decoder.decode(picture.span, output)
            } catch {
                objection = error
            }
        }
        throw Self.fault(objection.text)
    }

    private static func fault(_ text: String) -> DecodeFault {
        if text.hasPrefix("Premature end of JPEG") { return .truncated }
        if text.hasPrefix("Unsupported") { return .unsupported(text) }
        if text.hasPrefix("Insufficient memory") { return .overLimit(text) }
        return .corrupt(text)
    }
}

extension PictureFacts {
    fileprivate mutating func take(_ structure: JPEGStructure, of byteCount: Int) {
        orientation = structure.orientation?.rawValue
        metadata = structure.metadata
        if let end = structure.end { trailingBytes = byteCount - end }
        guard let frame = structure.frame else { return }
        width = frame.width
        height = frame.height
        bitsPerSample = frame.precision
        colour = frame.colour
        isProgressive = frame.isProgressive
    }
}
