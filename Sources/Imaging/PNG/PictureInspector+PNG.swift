import Registration

extension PictureInspector {
    func readPNG(_ bytes: Span<UInt8>, into facts: inout PictureFacts) throws(DecodeFault) {
        var structure = PNGStructure()
        defer { facts.take(structure, of: bytes.count) }
        try structure.read(bytes, limits: limits)
        guard let header = structure.header else { return }
        var opacity = OpacityCheck(header, transparency: structure.transparency)
        let sampler = try structure.sample(bytes, header, &opacity)
        facts.isTranslucent = opacity.sawTransparency
        guard let pixels = sampler.pixels else { return }
        facts.content = PictureContent(measuring: pixels, isWhole: sampler.isWhole, faces: faces)
    }
}

extension PNGStructure {
    /// Inflates all image data once, and gives its rows to a sampler.
    ///
    /// Its length, its checksum and its filter types must be right, and nothing may stand behind it.
    func sample(
        _ bytes: Span<UInt8>,
        _ header: PNGHeader,
        _ opacity: inout OpacityCheck
    ) throws(DecodeFault) -> PNGSampler {
        guard let stream = InflateStream() else { throw .overLimit("no memory to inflate") }
        let passes = PNGPass.passes(of: header)
        var filters = FilterByteCheck(passes)
        var rows = PNGRowReader(header, passes)
        let indices = PaletteIndexCheck(header, entries: palette.count / 3)
        var sampler = PNGSampler(header, palette: palette, transparency: transparency)
        var hasEnded = false
        for range in imageData {
            guard !hasEnded else { throw .corrupt("data behind the end of the zlib stream") }
            let rest = try stream.inflate(bytes.extracting(range)) {
                data throws(DecodeFault) in
                try filters.check(data)
                try rows.read(data) { row, pass, y throws(DecodeFault) in
                    try indices?.check(row, width: pass.width)
                    opacity.check(row, width: pass.width)
                    sampler.add(row, y, of: pass)
                }
            }
            hasEnded = rest != nil
            guard rest ?? 0 == 0 else { throw .corrupt("data behind the end of the zlib stream") }
        }
        guard filters.bytesLeft == 0 else { throw .corrupt("less data than rows") }
        guard hasEnded else { throw .corrupt("the zlib stream does not end") }
        return sampler
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
