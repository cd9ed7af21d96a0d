import Testing

/// A picture in one of netpbm's raw formats, as poppler's programs write them.
struct PortableMap {
    let format: String
    let width: Int
    let height: Int
    let samples: [UInt8]

    init(_ bytes: [UInt8]) throws {
        var words: [String] = []
        var position = 0
        var wanted = 4
        while words.count < wanted {
            let word = bytes[position...].prefix { $0 > 32 }
            words.append(String(decoding: word, as: UTF8.self))
            position += word.count + 1
            // A bit map states no highest value.
            if words.first == "P4" { wanted = 3 }
        }
        format = try #require(words.first)
        width = try #require(Int(words[1]))
        height = try #require(Int(words[2]))
        samples = Array(bytes[position...])
    }

    /// How dark a part of a gray picture is, from 0 for white to 1 for black.
    func ink(_ columns: Range<Int>, _ rows: Range<Int>) -> Double {
        var sum = 0
        for row in rows {
            for column in columns { sum += 255 - Int(samples[row * width + column]) }
        }
        return Double(sum) / 255 / Double(rows.count * columns.count)
    }
}
