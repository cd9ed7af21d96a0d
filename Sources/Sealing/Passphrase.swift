/// The words that a private key is locked with: bytes that are never printed.
public struct Passphrase: Sendable {
    /// How many bytes a passphrase may have.
    public static let limit = 1024

    let bytes: [UInt8]

    /// Wraps the bytes as they were typed; nil for none or more than ``limit``.
    public init?(_ bytes: [UInt8]) {
        guard (1...Self.limit).contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    /// Takes the one line of a file, without its line end; nil for none, or for more than one.
    public init?(line content: [UInt8]) {
        var line = content[...]
        if line.last == 0x0A { line.removeLast() }
        if line.last == 0x0D { line.removeLast() }
        guard !line.contains(0x0A), !line.contains(0x0D) else { return nil }
        self.init(Array(line))
    }

    /// How many bytes it has, so that a short one can be refused.
    public var count: Int { bytes.count }

    /// Whether the same was typed twice.
    public func isSame(as other: Self) -> Bool { bytes == other.bytes }
}

extension Passphrase: CustomStringConvertible, CustomReflectable {
    /// Says that there is one, never which.
    public var description: String { "a passphrase" }

    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
