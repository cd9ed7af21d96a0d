/// Whether a PNG has a pixel through which the ground shows: many have an alpha channel that says
/// everywhere that none does.
struct OpacityCheck {
    private(set) var sawTransparency = false
    private let header: PNGHeader
    private let hasAlpha: Bool

    /// Takes what a tRNS chunk says at its word: programs write one where a colour is left out.
    init(_ header: PNGHeader, transparency: [UInt8]) {
        self.header = header
        hasAlpha = header.colourType == .grayAlpha || header.colourType == .rgbAlpha
        sawTransparency = transparency.contains { $0 < 255 }
    }

    /// Looks at a row; of 16-bit samples at the upper byte.
    mutating func check(_ row: Span<UInt8>, width: Int) {
        guard hasAlpha, !sawTransparency else { return }
        let pixelBytes = header.bitsPerPixel >> 3
        var place = pixelBytes - (header.bitDepth >> 3)
        var all: UInt8 = 255
        for _ in 0..<width {
            all &= row[place]
            place &+= pixelBytes
        }
        sawTransparency = all < 255
    }
}
