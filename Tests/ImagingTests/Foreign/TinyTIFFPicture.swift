/// A TIFF file made by hand: one strip without compression, 3x2 pixels unless it claims otherwise.
struct TinyTIFFPicture {
    var isBigEndian = false
    var width = 3
    var height = 2
    /// Black is zero: 1; red, green, blue: 2.
    var photometric = 2
    var samples = 3
    var orientation = 1
    var compression = 1
    /// What the sample behind the colours means; 2 is alpha that is not multiplied in.
    var extra: Int?
    /// Whether the next directory is said to be this one's copy behind it.
    var hasSecondPage = false
    var pixels: [UInt8]

    var bytes: [UInt8] {
        var tags = [
            (0x100, width), (0x101, height), (0x103, compression), (0x106, photometric),
            (0x111, 8), (0x112, orientation), (0x115, samples), (0x116, height),
            (0x117, pixels.count),
        ]
        if let extra { tags.append((0x152, extra)) }
        let padded = pixels + Array(repeating: 0, count: pixels.count % 2)
        let start = 8 + padded.count
        let size = 2 + (tags.count + 1) * 12 + 4
        // BitsPerSample stands behind the directories, 8 for each sample.
        let bitsAt = start + size * (hasSecondPage ? 2 : 1)
        let first = directory(tags, bitsAt, next: hasSecondPage ? start + size : 0)
        let second = hasSecondPage ? directory(tags, bitsAt, next: 0) : []
        return Array((isBigEndian ? "MM" : "II").utf8) + number(42, 2) + number(start, 4) + padded
            + first + second + (0..<samples).flatMap { _ in number(8, 2) }
    }

    private func number(_ value: Int, _ count: Int) -> [UInt8] {
        isBigEndian ? big(value, count) : little(value, count)
    }

    private func directory(_ tags: [(Int, Int)], _ bitsAt: Int, next: Int) -> [UInt8] {
        var entries = tags.map { tag, value in
            let isShort = tag != 0x100 && tag != 0x101
            let field = isShort ? number(value, 2) + [0, 0] : number(value, 4)
            return (tag, number(isShort ? 3 : 4, 2) + number(1, 4) + field)
        }
        let bits = samples == 1 ? number(8, 2) + [0, 0] : number(bitsAt, 4)
        entries.append((0x102, number(3, 2) + number(samples, 4) + bits))
        entries.sort { $0.0 < $1.0 }
        return number(entries.count, 2) + entries.flatMap { number($0.0, 2) + $0.1 }
            + number(next, 4)
    }
}
