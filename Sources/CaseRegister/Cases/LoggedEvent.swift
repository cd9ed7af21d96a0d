public import Registration

/// A line of a case's log: what it says, and the line itself as it was signed.
public struct LoggedEvent: Hashable, Sendable {
    /// What the line says.
    public var event: CaseEvent
    /// The line, byte by byte, without its line break.
    public var line: String

    /// States a line.
    public init(_ event: CaseEvent, line: String) {
        self.event = event
        self.line = line
    }
}
