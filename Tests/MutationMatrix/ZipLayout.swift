/// Where the parts of an archive of ours lie, by the sizes that it states itself.
struct ZipLayout {
    private(set) var headers: [Range<Int>] = []
    private(set) var contents: [Range<Int>] = []
    private(set) var records: [Range<Int>] = []
    let end: Range<Int>

    init(_ bytes: [UInt8]) {
        let number = { (offset: Int, width: Int) in
            (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        end = bytes.count - 22..<bytes.count
        var place = number(end.lowerBound + 16, 4)
        while place < end.lowerBound {
            let length = 46 + number(place + 28, 2)
            let local = number(place + 42, 4)
            let content = local + 30 + number(local + 26, 2)
            headers.append(local..<content)
            contents.append(content..<content + number(place + 20, 4))
            records.append(place..<place + length)
            place += length
        }
    }

    /// The parts by their names in the table.
    var parts: [(name: String, ranges: [Range<Int>])] {
        [
            ("a byte of a local header", headers), ("a byte of an entry", contents),
            ("a byte of the directory", records), ("a byte of the end record", [end]),
        ]
    }
}
