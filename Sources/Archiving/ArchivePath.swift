/// A path inside an archive or a bag: UTF-8 bytes with "/" between its parts.
///
/// Two paths are equal only byte for byte; `String` would hold composed and decomposed letters equal.
public struct ArchivePath: Hashable, Sendable {
    /// The bytes, valid UTF-8.
    public let bytes: [UInt8]

    /// Wraps a text.
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// Wraps bytes; nil when they are not UTF-8.
    public init?(utf8 bytes: some Collection<UInt8>) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.bytes = Array(bytes)
    }

    /// The path as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The parts between the slashes, empty ones included.
    public var parts: [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    }

    /// The path without its first part; nil when there is but one.
    public var droppingFirstPart: ArchivePath? {
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        return ArchivePath(validated: bytes[(slash + 1)...])
    }

    /// The folders above, outermost first: "a", "a/b" for "a/b/c".
    public var folders: [ArchivePath] {
        bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }
            .map { ArchivePath(validated: bytes[..<$0]) }
    }

    /// The outermost folder; nil for a path of one part.
    var outermostFolder: ArchivePath? {
        bytes.firstIndex(of: UInt8(ascii: "/")).map { ArchivePath(validated: bytes[..<$0]) }
    }

    /// Whether the path is longer or deeper than any that we look into: its folders together may
    /// have a hundred thousand times as many bytes as itself.
    var isBoundless: Bool {
        bytes.count > Self.mostBytes
            || bytes.count { $0 == UInt8(ascii: "/") } > Self.mostParts
    }

    static let mostBytes = 1024
    static let mostParts = 32

    /// The text in lower case: equal, as `String`, for paths that a case-blind or
    /// Unicode-normalising file system takes for one.
    var folded: String {
        guard bytes.allSatisfy(Self.isPlain) else { return text.lowercased() }
        return String(decoding: bytes.map(Self.lowercased), as: UTF8.self)
    }

    /// Whether the byte is of ASCII or of a character from U+3000 to U+9FFF, none of which has a case:
    /// Swift's own conversion looks each of them up.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte < 0xC0 || (0xE3...0xE9).contains(byte)
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
    }

    /// Whether the path lies in the payload folder.
    var isPayload: Bool { bytes.starts(with: "data/".utf8) }

    /// Joins a folder and a path below it.
    public static func / (folder: ArchivePath, path: ArchivePath) -> ArchivePath {
        ArchivePath(validated: folder.bytes + [UInt8(ascii: "/")] + path.bytes)
    }

    private init(validated bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
}

extension ArchivePath: Comparable {
    /// Orders by bytes, as `LC_ALL=C sort` does.
    public static func < (left: Self, right: Self) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension ArchivePath: ExpressibleByStringLiteral, CustomStringConvertible {
    /// Wraps a literal.
    public init(stringLiteral text: String) { self.init(text) }

    /// The path as text, with control characters escaped.
    public var description: String {
        text.unicodeScalars.map { $0.value < 32 ? $0.escaped(asASCII: true) : String($0) }.joined()
    }
}
