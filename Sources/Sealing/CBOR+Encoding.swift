extension CBOR {
    /// The deterministic encoding (RFC 8949, 4.2.1): shortest heads, definite lengths, sorted keys.
    public var encoded: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        switch self {
        case .unsigned(let number):
            Self.appendHead(.unsigned, number, to: &bytes)
        case .negative(let number):
            Self.appendHead(.negative, number, to: &bytes)
        case .bytes(let value):
            Self.appendHead(.bytes, UInt64(value.count), to: &bytes)
            bytes += value
        case .text(let value):
            Self.appendHead(.text, UInt64(value.utf8.count), to: &bytes)
            bytes += value.utf8
        case .array(let elements):
            Self.appendHead(.array, UInt64(elements.count), to: &bytes)
            for element in elements { element.append(to: &bytes) }
        case .map(let members):
            Self.appendHead(.map, UInt64(members.count), to: &bytes)
            // In bytewise order 0, 1, 2 ... come before -1, -2, -3 ...
            for (key, value) in members.sorted(by: { Self.precedes($0.key, $1.key) }) {
                CBOR(Int(key)).append(to: &bytes)
                value.append(to: &bytes)
            }
        }
    }

    /// Whether one map key stands before another in the bytewise order of their encodings.
    static func precedes(_ left: Int64, _ right: Int64) -> Bool {
        (left < 0) == (right < 0) ? left.magnitude < right.magnitude : right < 0
    }

    private static func appendHead(
        _ type: CBORMajorType,
        _ argument: UInt64,
        to bytes: inout [UInt8]
    ) {
        let (information, width): (UInt8, Int) =
            switch argument {
            case 0..<24: (UInt8(argument), 0)
            case 24...0xFF: (24, 1)
            case 0x100...0xFFFF: (25, 2)
            case 0x1_0000...0xFFFF_FFFF: (26, 4)
            default: (27, 8)
            }
        bytes.append(type.rawValue << 5 | information)
        for shift in stride(from: (width - 1) * 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: argument >> UInt64(shift)))
        }
    }
}

/// The upper three bits of an item's first byte (RFC 8949, 3.1); 6 (tags) and 7 (floats) are not ours.
enum CBORMajorType: UInt8 {
    case unsigned
    case negative
    case bytes
    case text
    case array
    case map
}
