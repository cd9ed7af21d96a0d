/// Finds what comes again within a piece of bytes, and which of it to tell for the fewest bits.
///
/// It takes its time: what it finds is for pieces that are compressed once and written many times.
struct RepeatSearch {
    /// A byte, or as many bytes as were there before at a distance.
    enum Place {
        case byte(UInt8)
        case again(DeflateRepeat)
    }

    private let piece: [UInt8]
    private let costs: DeflateCosts

    /// So many earlier places that begin alike are looked at.
    private static let mostTried = 4
    private static let hashBits = 9

    init(_ piece: [UInt8], _ costs: DeflateCosts) {
        self.piece = piece
        self.costs = costs
    }

    /// The whole piece, from its first byte to its last.
    func places() -> [Place] {
        let known = repeats()
        var least = Array(repeating: 0, count: piece.count + 1)
        var chosen = piece.map { Place.byte($0) }
        for place in piece.indices.reversed() {
            least[place] = costs.bytes[Int(piece[place])] + least[place + 1]
            for found in known[place] {
                for length in DeflateRepeat.shortest...found.length {
                    let part = DeflateRepeat(length: length, distance: found.distance)
                    let cost = costs.cost(of: part) + least[place + length]
                    guard cost < least[place] else { continue }
                    least[place] = cost
                    chosen[place] = .again(part)
                }
            }
        }
        var places: [Place] = []
        var place = 0
        while place < piece.count {
            places.append(chosen[place])
            if case .again(let found) = chosen[place] { place += found.length } else { place += 1 }
        }
        return places
    }

    /// What comes again at each place: the farther away, the longer.
    private func repeats() -> [[DeflateRepeat]] {
        var last = Array(repeating: -1, count: 1 << Self.hashBits)
        var before = Array(repeating: -1, count: piece.count)
        var known = Array(repeating: [DeflateRepeat](), count: piece.count)
        for place in piece.indices.dropLast(DeflateRepeat.shortest - 1) {
            let hash = hash(at: place)
            var earlier = last[hash]
            before[place] = earlier
            last[hash] = place
            var longest = DeflateRepeat.shortest - 1
            for _ in 0..<Self.mostTried {
                guard earlier >= 0, place - earlier <= DeflateRepeat.farthest else { break }
                let length = length(from: earlier, place)
                if length > longest {
                    longest = length
                    known[place].append(
                        DeflateRepeat(length: length, distance: place - earlier)
                    )
                }
                earlier = before[earlier]
            }
        }
        return known
    }

    private func hash(at place: Int) -> Int {
        let three =
            UInt32(piece[place]) << 16 | UInt32(piece[place + 1]) << 8 | UInt32(piece[place + 2])
        return Int((three &* 0x9E37_79B1) >> UInt32(32 - Self.hashBits))
    }

    private func length(from earlier: Int, _ place: Int) -> Int {
        var length = 0
        while length < DeflateRepeat.longest, place + length < piece.count,
            piece[earlier + length] == piece[place + length]
        {
            length += 1
        }
        return length
    }
}

/// How many bits things take.
struct DeflateCosts {
    let bytes: [Int]
    /// By lengths.
    private let lengths: [Int]
    /// By the symbols of distances.
    private let distances: [Int]

    /// Takes the lengths of the words for bytes and repeats, and of those for distances.
    init(symbols: [Int], distances: [Int]) {
        bytes = Array(symbols.prefix(256))
        self.distances = distances
        lengths = (0...DeflateRepeat.longest).map { length in
            guard length >= DeflateRepeat.shortest else { return 0 }
            let found = DeflateRepeat(length: length, distance: 1)
            return symbols[found.lengthSymbol] + found.lengthRest.count
        }
    }

    func cost(of found: DeflateRepeat) -> Int {
        lengths[found.length] + distances[found.distanceSymbol] + found.distanceRest.count
    }
}
