/// What the stored pixels of a PNG look like: 8-bit gray or RGB, on white where they are
/// transparent.
///
/// Of 16-bit samples the upper byte is taken, which is near enough to measure.
struct PNGColours {
    private let header: PNGHeader
    /// Red, green, blue and gray of every number that a pixel of at most 8 bits can be.
    private let table: [SIMD4<UInt8>]
    /// The stored bytes of the transparent colour of pixels of more bits; empty if there is none.
    private let key: [UInt8]

    init(_ header: PNGHeader, palette: [UInt8], transparency: [UInt8]) {
        self.header = header
        switch header.colourType {
        case .indexed: table = Self.table(palette, alphas: transparency)
        case .gray where header.bitDepth <= 8:
            table = Self.table(bitDepth: header.bitDepth, transparent: transparency.last)
        default: table = []
        }
        // A tRNS chunk has 16 bits for each sample, whatever the depth.
        key =
            header.bitDepth == 16
            ? transparency : stride(from: 1, to: transparency.count, by: 2).map { transparency[$0] }
    }

    /// Converts the pixels of a row; they take the first places of the output.
    func convert(
        _ row: Span<UInt8>,
        count: Int,
        channels: Int,
        into output: inout MutableSpan<UInt8>
    ) {
        // What nearly all large pictures are, and what nothing has to be done to.
        if header.bitDepth == 8, header.colourType == .rgb, key.isEmpty {
            return convertPlain(row, count: count, channels: channels, into: &output)
        }
        for pixel in 0..<count {
            let colour = table.isEmpty ? deep(row, pixel) : shallow(row, pixel)
            if channels == 3 {
                output[3 &* pixel] = colour.x
                output[3 &* pixel &+ 1] = colour.y
                output[3 &* pixel &+ 2] = colour.z
            } else {
                output[pixel] = colour.w
            }
        }
    }

    private func convertPlain(
        _ row: Span<UInt8>,
        count: Int,
        channels: Int,
        into output: inout MutableSpan<UInt8>
    ) {
        guard channels == 1 else {
            for place in 0..<3 * count { output[place] = row[place] }
            return
        }
        var place = 0
        for pixel in 0..<count {
            output[pixel] = LumaPlane.luma(
                red: UInt32(row[place]),
                green: UInt32(row[place &+ 1]),
                blue: UInt32(row[place &+ 2])
            )
            place &+= 3
        }
    }

    @inline(__always)
    private func shallow(_ row: Span<UInt8>, _ pixel: Int) -> SIMD4<UInt8> {
        let bit = pixel &* header.bitDepth
        let shift = 8 &- header.bitDepth &- bit & 7
        let value = Int(row[bit >> 3]) >> shift & (1 << header.bitDepth &- 1)
        // A number behind the palette ends the reading of a picture before it comes here.
        return value < table.count ? table[value] : .zero
    }

    @inline(__always)
    private func deep(_ row: Span<UInt8>, _ pixel: Int) -> SIMD4<UInt8> {
        let sampleBytes = header.bitDepth >> 3
        let pixelBytes = header.bitsPerPixel >> 3
        let start = pixel &* pixelBytes
        if !key.isEmpty, row.extracting(start..<start + pixelBytes).has(key) {
            return SIMD4(repeating: 255)
        }
        let isGray = header.colourType == .gray || header.colourType == .grayAlpha
        let next = isGray ? 0 : sampleBytes
        let hasAlpha = header.colourType == .grayAlpha || header.colourType == .rgbAlpha
        let alpha = hasAlpha ? row[start &+ pixelBytes &- sampleBytes] : 255
        return Self.colour(
            row[start],
            row[start &+ next],
            row[start &+ 2 &* next],
            alpha: UInt32(alpha)
        )
    }

    private static func table(_ palette: [UInt8], alphas: [UInt8]) -> [SIMD4<UInt8>] {
        (0..<palette.count / 3).map { entry in
            colour(
                palette[3 * entry],
                palette[3 * entry + 1],
                palette[3 * entry + 2],
                alpha: entry < alphas.count ? UInt32(alphas[entry]) : 255
            )
        }
    }

    private static func table(bitDepth: Int, transparent: UInt8?) -> [SIMD4<UInt8>] {
        let largest = 1 << bitDepth - 1
        return (0...largest).map { value in
            if let transparent, Int(transparent) == value { return SIMD4(repeating: 255) }
            return SIMD4(repeating: UInt8(value * 255 / largest))
        }
    }

    @inline(__always)
    private static func colour(
        _ red: UInt8,
        _ green: UInt8,
        _ blue: UInt8,
        alpha: UInt32
    ) -> SIMD4<UInt8> {
        var stored = SIMD4<UInt8>(red, green, blue, 0)
        if alpha < 255 {
            let darkness = SIMD4<UInt32>(truncatingIfNeeded: ~stored) &* alpha &+ 127
            stored = ~SIMD4<UInt8>(truncatingIfNeeded: darkness / 255)
        }
        stored.w = LumaPlane.luma(
            red: UInt32(stored.x),
            green: UInt32(stored.y),
            blue: UInt32(stored.z)
        )
        return stored
    }
}
