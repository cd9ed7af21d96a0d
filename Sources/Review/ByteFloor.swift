public import Registration

/// How small a file may be, where the manual says "50k" without saying what k is.
public struct ByteFloor: Hashable, Sendable {
    /// The border, with k read as 1000: the hard line.
    public var value: ByteCount
    /// Whether the border itself is allowed.
    public var isInclusive: Bool

    /// States a floor.
    public init(value: ByteCount, isInclusive: Bool) {
        self.value = value
        self.isInclusive = isInclusive
    }

    /// Whether a file of this size is large enough.
    public func allows(_ size: ByteCount) -> Bool { isInclusive ? size >= value : size > value }

    /// The line, ready to print: "≥ 50,000".
    public var text: String { "\(isInclusive ? "≥" : ">") \(value)" }
}
