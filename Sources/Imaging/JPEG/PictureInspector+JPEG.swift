import Registration

extension PictureInspector {
    func readJPEG(_ bytes: Span<UInt8>, into facts: inout PictureFacts) throws(DecodeFault) {
        var structure = JPEGStructure()
        defer { facts.take(structure, of: bytes.count) }
        try structure.read(bytes, limits: limits)
        guard let frame = structure.frame else { return }
        let output = JPEGDecoder.Output(frame)
        let pixels = try decode(bytes, output, essentials: structure.essentials)
        facts.content = PictureContent(measuring: pixels, isWhole: output.isWhole, faces: faces)
    }

    func decode(
        _ bytes: Span<UInt8>,
        _ output: JPEGDecoder.Output,
        essentials: [Range<Int>]
    ) throws(DecodeFault) -> PixelBuffer {
        guard let decoder = JPEGDecoder() else { throw .overLimit("no memory for a decoder") }
        var objection: JPEGDecoder.Objection
        do throws(JPEGDecoder.Objection) {
            return try decoder.decode(bytes, output)
        } catch {
            objection = error
        }
        // Junk between segments, odd metadata and padding are what libjpeg warns of too. If the
        // warning goes away without them, all pixels are there; else it means damage.
        for trimmed in [false, true] where objection.isWarning {
            let picture = Self.picture(of: bytes, essentials, trimmed: trimmed)
            do throws(JPEGDecoder.Objection) {
                return try decoder.decode(picture.span, output)
            } catch {
                objection = error
            }
        }
        throw Self.fault(objection.text)
    }

    /// A copy that holds nothing but the segments a decoder needs; trimmed, also without the zeros
    /// with which some devices pad their scans.
    static func picture(
        of bytes: Span<UInt8>,
        _ essentials: [Range<Int>],
        trimmed: Bool
    ) -> [UInt8] {
        var copy: [UInt8] = [0xFF, 0xD8]
        for range in essentials {
            var end = range.upperBound
            if trimmed, bytes[range.lowerBound + 1] == JPEGMarker.startOfScan.rawValue {
                // A zero behind 0xFF is no padding but part of a data byte.
                while bytes[end - 1] == 0, bytes[end - 2] != 0xFF { end -= 1 }
            }
            for index in range.lowerBound..<end { copy.append(bytes[index]) }
        }
        return copy + [0xFF, 0xD9]
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
