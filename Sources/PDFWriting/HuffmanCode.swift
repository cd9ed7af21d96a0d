/// A Huffman code as deflate has it: told by the lengths of its words alone (RFC 1951, 3.2.2).
struct HuffmanCode {
    /// What stands for a symbol, its first bit lowest.
    struct Word {
        fileprivate(set) var bits: UInt64 = 0
        /// 0 for a symbol that never comes.
        let count: Int
    }

    /// The words of all symbols.
    let words: [Word]

    /// The best code for symbols that come so often, with words of so many bits at most.
    init(counts: [Int], limit: Int) {
        var counts = counts
        var lengths = Self.lengths(of: counts)
        // The more alike the counts are, the more alike are the lengths.
        while lengths.contains(where: { $0 > limit }) {
            counts = counts.map { ($0 + 1) / 2 }
            lengths = Self.lengths(of: counts)
        }
        words = Self.words(of: lengths)
    }

    private static func lengths(of counts: [Int]) -> [Int] {
        let leaves = counts.indices.filter { counts[$0] > 0 }.sorted {
            (counts[$0], $0) < (counts[$1], $1)
        }
        // The leaves by their counts, then what becomes of each two of the lightest: one node.
        var weights = leaves.map { counts[$0] }
        var parents = Array(repeating: 0, count: max(0, 2 * leaves.count - 1))
        var leaf = 0
        var node = leaves.count
        func lightest() -> Int {
            let isLeaf =
                leaf < leaves.count && (node >= weights.count || weights[leaf] <= weights[node])
            defer { if isLeaf { leaf += 1 } else { node += 1 } }
            return isLeaf ? leaf : node
        }
        while weights.count < parents.count {
            let (one, other) = (lightest(), lightest())
            parents[one] = weights.count
            parents[other] = weights.count
            weights.append(weights[one] + weights[other])
        }
        var depths = Array(repeating: 0, count: parents.count)
        for index in parents.indices.dropLast().reversed() {
            depths[index] = depths[parents[index]] + 1
        }
        var lengths = Array(repeating: 0, count: counts.count)
        for (index, symbol) in leaves.enumerated() { lengths[symbol] = depths[index] }
        return lengths
    }

    private static func words(of lengths: [Int]) -> [Word] {
        var words = lengths.map { Word(count: $0) }
        var next: UInt64 = 0
        for length in 1...16 {
            for symbol in words.indices where words[symbol].count == length {
                words[symbol].bits = next.reversed(count: length)
                next += 1
            }
            next <<= 1
        }
        return words
    }
}

extension UInt64 {
    /// The number with its low bits in the opposite order.
    fileprivate func reversed(count: Int) -> Self {
        (0..<count).reduce(0) { $0 << 1 | (self >> Self($1) & 1) }
    }
}
