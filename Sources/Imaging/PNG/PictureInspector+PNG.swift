import Registration

extension PictureInspector {
    /// Returns where the parts of the file lie.
    func readPNG(
        _ bytes: Span<UInt8>,
        into facts: inout PictureFacts
    ) throws(DecodeFault) -> PNGLayout? {
        var structure = PNGStructure()
        defer { facts.take(structure, of: bytes.count) }
        try structure.read(bytes, limits: limits)
        guard let header = structure.header else { return nil }
        var opacity = OpacityCheck(header, transparency: structure.transparency)
        let (sampler, isExact) = try structure.sample(bytes, header, &opacity)
        facts.isTranslucent = opacity.sawTransparency
        guard let pixels = sampler.pixels else { return nil }
        facts.content = PictureContent(measuring: pixels, isWhole: sampler.isWhole, faces: faces)
        return PNGLayout(structure, header, isExact: isExact)
    }
}

extension PNGStructure {
    /// The most bytes behind the zlib stream, which some encoders leave there.
    private static let mostPadding = 64

    /// Inflates all image data once, and gives its rows to a sampler.
    ///
    /// All rows must be there, with the right filter types and the right checksum. A little may stand
    /// behind the last row or behind the stream, as it does no harm to them; but then the data is not
    /// exact, and a PDF had better not have it.
    func sample(
        _ bytes: Span<UInt8>,
        _ header: PNGHeader,
        _ opacity: inout OpacityCheck
    ) throws(DecodeFault) -> (sampler: PNGSampler, isExact: Bool) {
        guard let stream = InflateStream() else { throw .overLimit("no memory to inflate") }
        let passes = PNGPass.passes(of: header)
        var filters = FilterByteCheck(passes)
        var rows = PNGRowReader(header, passes)
        let indices = PaletteIndexCheck(header, entries: palette.count / 3)
        var sampler = PNGSampler(header, palette: palette, transparency: transparency)
        var padding: Int?
        for range in imageData {
            if let before = padding {
                padding = before + range.count
                continue
            }
            padding = try stream.inflate(bytes.extracting(range)) {
                data throws(DecodeFault) in
                let count = try filters.check(data)
                try rows.read(data.extracting(first: count)) { row, pass, y throws(DecodeFault) in
                    try indices?.check(row, width: pass.width)
                    opacity.check(row, width: pass.width)
                    sampler.add(row, y, of: pass)
                }
            }
        }
        guard filters.bytesLeft == 0 else { throw .corrupt("less data than rows") }
        guard let padding else { throw .corrupt("the zlib stream does not end") }
        guard padding <= Self.mostPadding else {
            throw .corrupt("data behind the end of the zlib stream")
        }
        return (sampler, filters.excess == 0 && padding == 0)
    }
}

extension PictureFacts {
    fileprivate mutating func take(_ structure: PNGStructure, of byteCount: Int) {
        orientation = structure.orientation?.rawValue
        metadata = structure.metadata
        if let end = structure.end { trailingBytes = byteCount - end }
        guard let header = structure.header else { return }
        width = header.width
        height = header.height
        bitsPerSample = header.bitDepth
        colour = header.colourType.colour
        isProgressive = header.isInterlaced
        hasTransparency =
            structure.hasTransparencyChunk || header.colourType == .grayAlpha
            || header.colourType == .rgbAlpha
    }
}
