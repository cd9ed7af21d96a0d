/// A CBOR value (RFC 8949) of the kinds that a seal is made of, with one encoding only: the
/// deterministic one of section 4.2.1.
public indirect enum CBOR: Hashable, Sendable {
    case unsigned(UInt64)
    /// The number -1 - n.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBOR])
    case map([Int64: CBOR])

    /// Wraps a whole number.
    public init(_ number: Int) {
        self = number < 0 ? .negative(UInt64(~number)) : .unsigned(UInt64(number))
    }

    /// The number, if this is one that fits.
    public var integer: Int? {
        switch self {
        case .unsigned(let number): Int(exactly: number)
        case .negative(let number): Int(exactly: number).map { ~$0 }
        default: nil
        }
    }

    /// The byte string, if this is one.
    public var byteString: [UInt8]? {
        guard case .bytes(let value) = self else { return nil }
        return value
    }

    /// The elements, if this is an array.
    public var array: [CBOR]? {
        guard case .array(let value) = self else { return nil }
        return value
    }
}

extension CBOR: ExpressibleByIntegerLiteral {
    /// Writes a whole number as a literal.
    public init(integerLiteral value: Int) { self.init(value) }
}

extension CBOR: ExpressibleByStringLiteral {
    /// Writes a text string as a literal.
    public init(stringLiteral value: String) { self = .text(value) }
}

extension CBOR: ExpressibleByArrayLiteral {
    /// Writes an array as a literal.
    public init(arrayLiteral elements: CBOR...) { self = .array(elements) }
}
