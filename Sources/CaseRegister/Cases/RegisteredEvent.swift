public import Registration

/// A line of a case's log as it stands in the register.
public struct RegisteredEvent: Hashable, Sendable {
    /// Its place in the log, from 1.
    public let place: Int
    /// What the line says.
    public let event: CaseEvent
    /// The line, byte by byte, without its line break.
    public let line: String
    /// Who decided it at this office; nil for what came with an archive.
    public let reviewer: String?
    /// When it came into the register, in seconds since 1970-01-01T00:00:00Z.
    public let recorded: Int64
}
