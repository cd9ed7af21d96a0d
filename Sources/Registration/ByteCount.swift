/// A number of bytes.
public struct ByteCount: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    /// The number of bytes.
    public let rawValue: Int

    /// Wraps a number of bytes.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Wraps a number of bytes.
    public init(_ bytes: Int) { rawValue = bytes }

    /// Compares two counts by their number of bytes.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ByteCount: CustomStringConvertible {
    /// The count with thousands grouped, "204,800": exact, because limits are.
    public var description: String {
        let digits = Array(String(rawValue.magnitude))
        var text = rawValue < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
