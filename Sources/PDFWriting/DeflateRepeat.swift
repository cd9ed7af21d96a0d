/// Bytes that were there before, as deflate tells them (RFC 1951, 3.2.5).
struct DeflateRepeat {
    let length: Int
    let distance: Int

    static let shortest = 3
    static let longest = 258
    static let farthest = 1 << 15

    /// Some bits of a number.
    typealias Rest = (value: UInt64, count: Int)

    var lengthSymbol: Int {
        switch length {
        case Self.longest: 285
        case ..<11: 254 + length
        default: 253 + 4 * lengthBits + (length - 3) >> (lengthBits - 2) & 3
        }
    }

    /// What the length's symbol leaves open.
    var lengthRest: Rest {
        guard length > 10, length < Self.longest else { return (0, 0) }
        let count = lengthBits - 2
        return (UInt64((length - 3) & (1 << count - 1)), count)
    }

    var distanceSymbol: Int {
        guard distance > 4 else { return distance - 1 }
        return 2 * distanceBits + (distance - 1) >> (distanceBits - 1) & 1
    }

    /// What the distance's symbol leaves open.
    var distanceRest: Rest {
        guard distance > 4 else { return (0, 0) }
        let count = distanceBits - 1
        return (UInt64((distance - 1) & (1 << count - 1)), count)
    }

    private var lengthBits: Int { Self.highestBit(length - 3) }
    private var distanceBits: Int { Self.highestBit(distance - 1) }

    private static func highestBit(_ number: Int) -> Int {
        Int.bitWidth - 1 - number.leadingZeroBitCount
    }
}
