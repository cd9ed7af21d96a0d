import Registration

/// Mends a sound PNG with all its pixels as they are.
struct PNGMending {
    let order: RepairOrder
    let limits: DecodeLimits

    /// The mended file.
    ///
    /// - Throws: `ImagingError` if the file is damaged after all.
    func mend(_ bytes: [UInt8], facts: PictureFacts) throws(ImagingError) -> MendedPicture? {
        var picture = MendedPicture(bytes: bytes, format: .png, steps: [], shortfalls: [])
        if order.turn != .none {
            let pixels = try PNGDecoder.flatten(bytes.span, limits: limits)
            picture.bytes = try PNGEncoder.encode(pixels.turned(by: order.turn))
            picture.steps = [.turned(order.turn, isLossless: true)]
            if facts.hasTransparency { picture.steps.append(.flattened) }
        } else if order.removesMetadata || facts.trailingBytes > 0 {
            picture.bytes = bare(bytes)
        }
        picture.addBareness(facts)
        guard let limit = order.maxBytes, picture.bytes.count > limit, order.turn == .none else {
            return picture
        }
        let pixels = try PNGDecoder.flatten(bytes.span, limits: limits)
        guard order.mayFit(pixels, from: facts) else { return picture }
        let packed = try PNGEncoder.encode(pixels)
        guard packed.count <= limit else { return picture }
        var repacked = picture
        repacked.bytes = packed
        if facts.hasTransparency { repacked.steps.append(.flattened) }
        repacked.addBareness(facts)
        repacked.steps.append(.repacked)
        return repacked
    }

    /// The chunks that make the picture and its colours, up to IEND.
    private func bare(_ bytes: [UInt8]) -> [UInt8] {
        var copy = PNGChunk.signature
        var offset = copy.count
        while let chunk = try? PNGChunk(at: offset, in: bytes.span) {
            if chunk.kind.makesThePicture { copy += bytes[offset..<chunk.end] }
            offset = chunk.end
            if chunk.kind == .end { break }
        }
        return copy
    }
}

extension RepairOrder {
    /// The part of a PNG of many colours that packing it better may leave.
    private static let leastLeft = 0.6

    /// Whether pixels may fit as PNG: packing a photo only to see that it does not takes seconds.
    func mayFit(_ pixels: PixelBuffer, from facts: PictureFacts) -> Bool {
        guard let limit = maxBytes, FewColours(pixels) == nil else { return true }
        guard facts.format == .png else { return false }
        return Double(facts.size.rawValue) * Self.leastLeft <= Double(limit)
    }
}

extension PNGChunk.Kind {
    /// Whether the chunk says which pixels there are, how large, and in which colours.
    fileprivate var makesThePicture: Bool {
        isCritical
            || ["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "pHYs"].contains(name)
    }
}
