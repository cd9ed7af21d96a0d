/// A code of deflate that many pieces share, so that each is compressed once and any of them can be put
/// together to one stream (RFC 1951, 3.2.7).
///
/// It depends on the sample that it is learned from and on nothing else, so that equal pieces always come
/// to equal streams.
struct DeflateCode {
    /// The words for bytes, for the end of a stream, and for lengths of what comes again.
    private let symbols: [HuffmanCode.Word]
    private let distances: [HuffmanCode.Word]
    private let costs: DeflateCosts
    private let head: BitString

    private static let symbolCount = 286
    private static let distanceCount = 30
    private static let end = 256

    /// Learns a code from pieces like those that it is for.
    init(sample: [[UInt8]]) {
        let even = DeflateCosts(
            symbols: Array(repeating: 8, count: Self.symbolCount),
            distances: Array(repeating: 5, count: Self.distanceCount)
        )
        let first = Self(sample, even)
        self.init(sample, first.costs)
    }

    private init(_ sample: [[UInt8]], _ costs: DeflateCosts) {
        // Whatever may come has a word, as if it had come once.
        var counts = Array(repeating: 1, count: Self.symbolCount)
        var distanceCounts = Array(repeating: 1, count: Self.distanceCount)
        for piece in sample {
            for place in RepeatSearch(piece, costs).places() {
                switch place {
                case .byte(let byte): counts[Int(byte)] += 1
                case .again(let found):
                    counts[found.lengthSymbol] += 1
                    distanceCounts[found.distanceSymbol] += 1
                }
            }
        }
        symbols = HuffmanCode(counts: counts, limit: 15).words
        distances = HuffmanCode(counts: distanceCounts, limit: 15).words
        self.costs = DeflateCosts(
            symbols: symbols.map(\.count),
            distances: distances.map(\.count)
        )
        head = Self.head((symbols + distances).map(\.count))
    }

    /// A piece compressed, which points to nothing outside.
    func coded(_ piece: [UInt8]) -> BitString {
        var bits = BitString()
        for place in RepeatSearch(piece, costs).places() {
            switch place {
            case .byte(let byte): bits.append(symbols[Int(byte)])
            case .again(let found): add(found, to: &bits)
            }
        }
        return bits
    }

    /// Adds what was there before.
    func add(_ found: DeflateRepeat, to bits: inout BitString) {
        bits.append(symbols[found.lengthSymbol])
        bits.append(found.lengthRest.value, count: found.lengthRest.count)
        bits.append(distances[found.distanceSymbol])
        bits.append(found.distanceRest.value, count: found.distanceRest.count)
    }

    /// Adds bytes that are not worth a search.
    func add(_ bytes: some Sequence<UInt8>, to bits: inout BitString) {
        for byte in bytes { bits.append(symbols[Int(byte)]) }
    }

    /// A piece that is written once, and not worth a search.
    func coded(briefly piece: ArraySlice<UInt8>) -> BitString {
        var bits = BitString()
        bits.reserve(8 * piece.count)
        add(piece, to: &bits)
        return bits
    }

    /// The zlib stream (RFC 1950) of pieces, which joined are the given bytes.
    func stream(of pieces: [BitString], plain: [UInt8]) -> [UInt8] {
        var bits = head
        bits.reserve(8 * plain.count)
        for piece in pieces { bits.append(piece) }
        bits.append(symbols[Self.end])
        var bytes: [UInt8] = []
        bytes.reserveCapacity(plain.count + 256)
        bytes.append(number: 0x7801)
        bytes += bits.bytes
        bytes.append(number: Int(Deflater.checksum(of: plain)), size: 4)
        return bytes
    }

    /// The head of the only block, which tells the lengths of all words.
    private static func head(_ lengths: [Int]) -> BitString {
        var counts = [0] + Array(repeating: 1, count: 15) + [0, 0, 0]
        for length in lengths { counts[length] += 1 }
        let code = HuffmanCode(counts: counts, limit: 7)
        var bits = BitString()
        bits.append(0b101, count: 3)
        bits.append(UInt64(symbolCount - 257), count: 5)
        bits.append(UInt64(distanceCount - 1), count: 5)
        bits.append(UInt64(lengthOrder.count - 4), count: 4)
        for length in lengthOrder { bits.append(UInt64(code.words[length].count), count: 3) }
        for length in lengths { bits.append(code.words[length]) }
        return bits
    }

    private static let lengthOrder = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ]
}

extension BitString {
    fileprivate mutating func append(_ word: HuffmanCode.Word) {
        append(word.bits, count: word.count)
    }
}
