/// The bytes of a log, cut into lines.
public struct LogText: Hashable, Sendable {
    /// The lines that have an end, without it.
    public let lines: [[UInt8]]
    /// What stands behind the last line end: a line that was not written to its end.
    public let rest: [UInt8]

    /// Cuts bytes at each line feed.
    public init(_ bytes: [UInt8]) {
        var pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        rest = pieces.popLast() ?? []
        lines = pieces
    }

    /// The lines of entries.
    public init(_ entries: [LogEntry]) {
        lines = entries.map(\.bytes)
        rest = []
    }

    /// The bytes of whole lines, each with its end.
    public static func bytes(of lines: some Sequence<[UInt8]>) -> [UInt8] {
        Array(lines.map { $0 + [0x0A] }.joined())
    }
}
