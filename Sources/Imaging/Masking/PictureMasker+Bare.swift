public import Registration

extension PictureMasker {
    /// A picture as it is, but upright and without anything beside its pixels: no place, no thumbnail,
    /// nothing behind its end.
    ///
    /// - Parameters:
    ///   - bytes: The file; it is not changed.
    ///   - facts: What was measured of it.
    /// - Throws: `ImagingError` if the picture is damaged or of a format that is not taken.
    /// - Returns: The file, with every pixel as it was wherever turning allows it.
    public func bare(_ bytes: [UInt8], facts: PictureFacts) throws(ImagingError) -> MaskedPicture {
        guard facts.damage == nil, [.jpeg, .png].contains(facts.format) else {
            throw ImagingError(.notDecoded, facts.format.title)
        }
        let order = RepairOrder(
            formats: [.jpeg, .png],
            turn: PictureTurn(orientation: facts.orientation),
            removesMetadata: true
        )
        let mended = PictureMender().mend(bytes, facts: facts, by: order)
        guard mended.shortfalls.isEmpty else {
            throw ImagingError(.notDecoded, "the picture cannot be turned")
        }
        let bytes = mended.format == .jpeg ? Self.withoutThumbnail(mended.bytes) : mended.bytes
        return MaskedPicture(bytes: bytes, format: mended.format, regions: [])
    }

    /// A JPEG whose JFIF segment, which must stay, holds no picture of its own.
    private static func withoutThumbnail(_ bytes: [UInt8]) -> [UInt8] {
        let plain = 16
        guard bytes.span.has([0xFF, 0xD8, 0xFF, 0xE0]), bytes.span.has("JFIF\0", at: 6),
            let length = bytes.span.bigEndian16(at: 4), length > plain
        else { return bytes }
        // Marker, length, name, version, unit and densities; then a thumbnail of no size.
        return bytes[..<4] + [0, UInt8(plain)] + bytes[6..<18] + [0, 0] + bytes[(4 + length)...]
    }
}
