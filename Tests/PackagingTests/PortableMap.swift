/// A picture as Poppler writes it (PGM or PPM, binary): one or three bytes a pixel.
struct PortableMap: Equatable {
    var width = 0
    var height = 0
    var channels = 0
    var samples: [UInt8] = []

    /// States a picture in colour, from rows of one byte (gray) or three bytes a pixel.
    init(width: Int, rows: [[UInt8]]) {
        (self.width, height, channels) = (width, rows.count, 3)
        let samples = rows.flatMap(\.self)
        let isGray = samples.count == width * height
        self.samples = isGray ? samples.flatMap { [$0, $0, $0] } : samples
    }

    init?(_ bytes: [UInt8]) {
        let fields = bytes.split(maxSplits: 4) { $0 == 0x20 || $0 == 0x0A }
        guard fields.count == 5, bytes[0] == UInt8(ascii: "P") else { return nil }
        let numbers = fields[1...3].compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 3, numbers[2] == 255 else { return nil }
        (width, height) = (numbers[0], numbers[1])
        channels = bytes[1] == UInt8(ascii: "5") ? 1 : 3
        // Split drops separators that stand together: take the pixels from the end.
        samples = Array(bytes.suffix(width * height * channels))
    }

    /// The mean place of the pixels that a test picks, in pixels from the top left.
    func centre(where isWanted: (_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Bool) -> (
        x: Double, y: Double, count: Int
    ) {
        var sum = (x: 0.0, y: 0.0, count: 0)
        for pixel in 0..<(width * height) {
            let at = pixel * channels
            guard isWanted(samples[at], samples[at + 1], samples[at + 2]) else { continue }
            sum = (
                sum.x + Double(pixel % width), sum.y + Double(pixel / width), sum.count + 1
            )
        }
        let count = Double(max(1, sum.count))
        return (sum.x / count, sum.y / count, sum.count)
    }
}
