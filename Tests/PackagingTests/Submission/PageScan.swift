import Imaging

/// A page as a scanner sees it at 200 dpi: lines of small dark marks, a red seal, grain everywhere.
enum PageScan {
    static let (width, height) = (1654, 2339)

    static let pages: [[UInt8]] = (1...3).compactMap { seed in
        pixels(seed: UInt32(seed)).flatMap { try? JPEGEncoder.encode($0, quality: 92) }
    }

    static func pixels(seed: UInt32) -> PixelBuffer? {
        var state = seed &* 2_654_435_761
        let samples = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
            count = width * height * 3
            for y in 0..<height {
                let inLine = y % 48 < 28
                for x in 0..<width {
                    state = state &* 1_664_525 &+ 1_013_904_223
                    let grain = UInt8(state >> 28)
                    // Marks of four by three pixels, half of them dark, in cells with room between.
                    let cell = UInt32(x / 4) &* 40_503 &+ UInt32(y / 3) &* 30_029 &+ seed
                    let isMark = inLine && x % 40 < 30 && (cell &* 2_654_435_761) >> 31 == 1
                    let (dx, dy) = (x - 1200, y - 1900)
                    let ring = dx * dx + dy * dy
                    let isSeal = ring > 150 * 150 && ring < 165 * 165
                    let at = (y * width + x) * 3
                    buffer[at] = isSeal ? 200 : isMark ? 40 + grain : 235 + grain
                    buffer[at + 1] = isSeal ? 40 : isMark ? 40 + grain : 235 + grain
                    buffer[at + 2] = isSeal ? 40 : isMark ? 45 + grain : 230 + grain
                }
            }
        }
        return PixelBuffer(width: width, height: height, channels: 3, samples: samples)
    }
}
