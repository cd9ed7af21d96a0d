/// A JSON value (RFC 8259) within the bounds of I-JSON (RFC 7493): unique names, doubles for numbers.
///
/// Strings compare as Swift compares them, by canonical equivalence; the canonical bytes keep the
/// difference, so compare those where every byte counts.
public indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A whole number within ±(2^53 - 1), which every JSON reader keeps exactly.
    case integer(Int64)
    /// Any other number; `JSONValue(_: Double)` chooses between the two.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The whole numbers that a double tells apart from their neighbours.
    public static let exactIntegers: ClosedRange<Int64> =
        -9_007_199_254_740_991...9_007_199_254_740_991

    /// Wraps a number, as an integer where it is one: 1.0 and 1 are the same JSON, -0 is 0.
    public init(_ number: Double) {
        if let integer = Int64(exactly: number), Self.exactIntegers.contains(integer) {
            self = .integer(integer)
        } else {
            self = .number(number)
        }
    }
}

extension JSONValue {
    /// Whether this is null.
    public var isNull: Bool { self == .null }

    /// The truth value, if this is one.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The whole number, if this is one.
    public var integer: Int? {
        guard case .integer(let value) = self else { return nil }
        return Int(exactly: value)
    }

    /// The number, whole or not, if this is one.
    public var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// The string, if this is one.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The elements, if this is an array.
    public var array: [JSONValue]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    /// The members, if this is an object.
    public var object: [String: JSONValue]? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    /// The member of that name; nil if there is none or this is no object.
    public subscript(name: String) -> JSONValue? { object?[name] }

    /// The element at that index; nil if there is none or this is no array.
    public subscript(index: Int) -> JSONValue? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }
}
