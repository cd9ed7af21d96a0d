/// The rows of a cross-reference stream: three numbers of stated widths, the highest byte first.
struct TableRows {
    private let table: [UInt8]
    private let widths: [Int]
    private let origin: Int
    private var index = 0

    init(_ table: [UInt8], widths: [Int], origin: Int) {
        self.table = table
        self.widths = widths
        self.origin = origin
    }

    private var width: Int { widths.reduce(0, +) }

    /// How many rows there still are; a part of one counts too.
    var left: Int { (table.count - index + width - 1) / width }

    /// The next row; nil if it is cut off or its numbers are too great.
    mutating func next() -> CrossReferences.Entry? {
        guard index + width <= table.count else { return nil }
        let kind = widths[0] == 0 ? 1 : number(widths[0])
        let (second, third) = (number(widths[1]), number(widths[2]))
        guard let kind, let second, let third else { return nil }
        switch kind {
        case 0: return .free
        case 1: return .offset(second + origin, generation: third)
        case 2: return .packed(stream: second, index: third)
        // Other types stand for nothing (ISO 32000-1, 7.5.8.3).
        default: return .free
        }
    }

    private mutating func number(_ count: Int) -> Int? {
        var value: UInt64 = 0
        for place in index..<index + count { value = value << 8 | UInt64(table[place]) }
        index += count
        return value < 1 << 48 ? Int(value) : nil
    }
}
