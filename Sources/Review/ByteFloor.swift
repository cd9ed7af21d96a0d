public import Registration

/// How small a file may be, where the manual says "50k" without saying what k is.
public struct ByteFloor: Hashable, Sendable {
    /// The border, with k read as 1000: the hard line.
    public var value: ByteCount
    /// Whether the border itself is allowed.
    public var isInclusive: Bool
    /// The same border with k read as 1024: below it a reader of the other school may refuse.
    public var noteBelow: ByteCount?

    /// States a floor.
    public init(value: ByteCount, isInclusive: Bool, noteBelow: ByteCount? = nil) {
        self.value = value
        self.isInclusive = isInclusive
        self.noteBelow = noteBelow
    }

    /// Whether a file of this size is large enough.
    public func allows(_ size: ByteCount) -> Bool { Self.isAbove(size, value, isInclusive) }

    /// Whether an allowed size would be refused where k means 1024.
    public func isDebatable(_ size: ByteCount) -> Bool {
        guard let noteBelow else { return false }
        return allows(size) && !Self.isAbove(size, noteBelow, isInclusive)
    }

    /// The hard line, ready to print: "≥ 50,000".
    public var text: String { Self.text(value, isInclusive) }

    /// The line for k = 1024, ready to print; nil if there is none.
    public var noteText: String? { noteBelow.map { Self.text($0, isInclusive) } }

    private static func isAbove(_ size: ByteCount, _ border: ByteCount, _ inclusive: Bool) -> Bool {
        inclusive ? size >= border : size > border
    }

    private static func text(_ border: ByteCount, _ inclusive: Bool) -> String {
        "\(inclusive ? "≥" : ">") \(border)"
    }
}
