package import Registration

/// A quantization table of a JPEG file, and which quality of the Independent JPEG Group it means.
package enum QuantizationTable {
    /// The luminance table of ISO/IEC 10918-1 table K.1 in zigzag order: quality 50.
    private static let luminance = [
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35,
        37, 29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109,
        81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
    ]

    /// Finds the table with number 0 in the content of a DQT segment (behind its length).
    package static func first(in content: Span<UInt8>) -> [Int]? {
        var offset = 0
        while offset < content.count {
            let isWide = content[offset] >> 4 == 1
            let end = offset + 1 + (isWide ? 128 : 64)
            guard end <= content.count else { return nil }
            if content[offset] & 15 == 0 {
                return (0..<64).map { index in
                    isWide
                        ? content.bigEndian16(at: offset + 1 + 2 * index) ?? 0
                        : Int(content[offset + 1 + index])
                }
            }
            offset = end
        }
        return nil
    }

    /// The quality whose luminance table is closest (least sum of differences).
    package static func quality(of table: [Int]) -> JPEGQuality {
        var best = (quality: 1, difference: Int.max)
        // From the top, since some low qualities have the same table.
        for quality in stride(from: 100, through: 1, by: -1) {
            let difference = zip(table, luminance(quality: quality)).reduce(0) {
                $0 + abs($1.0 - $1.1)
            }
            if difference < best.difference { best = (quality, difference) }
        }
        return JPEGQuality(value: best.quality, isExact: best.difference == 0)
    }

    /// The luminance table of a quality, by the rule of libjpeg's `jpeg_quality_scaling`, forced to
    /// baseline.
    package static func luminance(quality: Int) -> [Int] {
        let percent = quality < 50 ? 5000 / quality : 200 - 2 * quality
        return luminance.map { min(max(($0 * percent + 50) / 100, 1), 255) }
    }
}
