public import Registration
import Sealing

/// How far a log goes: what shows that its last lines were cut off or written anew.
public struct LogHead: Hashable, Sendable {
    /// How many lines there are, at least 1.
    public let lines: Int
    /// The hash of the last one, without its end.
    public let hash: ContentHash

    /// States how far a log goes; nil for a log without lines.
    public init?(lines: Int, hash: ContentHash) {
        guard lines > 0 else { return nil }
        self.lines = lines
        self.hash = hash
    }

    /// How far a log with this last line goes.
    public init(_ last: LogEntry) {
        lines = last.seq
        hash = last.hash
    }

    /// Reads the file; nil for anything but what is written here.
    public init?(parsing bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: bytes, limits: .init(bytes: 1024)),
            let lines = json["lines"]?.integer, lines > 0,
            let hash = ContentHash(json: json["hash"])
        else { return nil }
        self.lines = lines
        self.hash = hash
        guard self.bytes == bytes else { return nil }
    }

    /// The file: canonical JSON and a line end.
    public var bytes: [UInt8] {
        Array(#"{"hash":"\#(hash.hex)","lines":\#(lines)}"#.utf8) + [0x0A]
    }
}
