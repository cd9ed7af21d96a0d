public import Registration

/// How large a file may be, where the manual says "200k" without saying what k is.
public struct ByteLimit: Hashable, Sendable {
    /// The border, with k read as 1024: the hard line.
    public var value: ByteCount
    /// Whether the border itself is allowed: 不超过 is, 小于 is not.
    public var isInclusive: Bool
    /// The same border with k read as 1000: beyond it a reader of the other school may refuse.
    public var noteAbove: ByteCount?

    /// States a limit.
    public init(value: ByteCount, isInclusive: Bool, noteAbove: ByteCount? = nil) {
        self.value = value
        self.isInclusive = isInclusive
        self.noteAbove = noteAbove
    }

    /// Whether a file of this size is within the hard line.
    public func allows(_ size: ByteCount) -> Bool { Self.isWithin(size, value, isInclusive) }

    /// Whether an allowed size would be refused where k means 1000.
    public func isDebatable(_ size: ByteCount) -> Bool {
        guard let noteAbove else { return false }
        return allows(size) && !Self.isWithin(size, noteAbove, isInclusive)
    }

    /// The largest size within the hard line.
    public var largest: Int { value.rawValue - (isInclusive ? 0 : 1) }

    /// The largest size that is allowed however k is read.
    public var largestUndisputed: Int {
        min(largest, (noteAbove?.rawValue).map { $0 - (isInclusive ? 0 : 1) } ?? largest)
    }

    /// The hard line, ready to print: "≤ 204,800" or "< 30,720".
    public var text: String { Self.text(value, isInclusive) }

    /// The line for k = 1000, ready to print; nil if there is none.
    public var noteText: String? { noteAbove.map { Self.text($0, isInclusive) } }

    private static func isWithin(_ size: ByteCount, _ border: ByteCount, _ inclusive: Bool) -> Bool
    {
        inclusive ? size <= border : size < border
    }

    private static func text(_ border: ByteCount, _ inclusive: Bool) -> String {
        "\(inclusive ? "≤" : "<") \(border)"
    }
}
