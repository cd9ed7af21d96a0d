/// A set of characters, a bit each.
struct ScalarSet {
    /// The number of each 256 characters' bits, counted from 1; 0 for those of which none is there.
    private var numbers: [UInt16] = []
    /// Four words of bits for each of those.
    private var words: [UInt64] = []

    var isEmpty: Bool { words.isEmpty }

    mutating func insert(_ scalar: Unicode.Scalar) {
        let value = Int(scalar.value)
        let page = value >> 8
        if page >= numbers.count {
            numbers += repeatElement(0, count: max(0x100, page + 1) - numbers.count)
        }
        if numbers[page] == 0 {
            words += repeatElement(0, count: 4)
            numbers[page] = UInt16(words.count / 4)
        }
        let word = 4 * (Int(numbers[page]) - 1) + (value & 255) >> 6
        words[word] |= 1 << UInt64(value & 63)
    }

    /// The characters in Unicode's order.
    var sorted: [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
        for (page, number) in numbers.enumerated() where number > 0 {
            for part in 0..<4 {
                var bits = words[4 * (Int(number) - 1) + part]
                while bits != 0 {
                    let value = UInt32(page << 8 + part << 6 + bits.trailingZeroBitCount)
                    if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
                    bits &= bits - 1
                }
            }
        }
        return scalars
    }
}
