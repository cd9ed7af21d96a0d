/// One line of a manifest: a digest and a path.
struct ManifestEntry: Hashable {
    var path: ArchivePath
    /// Lower-case hexadecimal digits.
    var digest: String

    /// The line as we write it, so that `sha256sum -c` reads it as it stands.
    ///
    /// Line breaks and "%" are percent-encoded (RFC 8493, 2.1.3).
    var line: [UInt8] {
        var line = Array(digest.utf8) + [UInt8(ascii: " "), UInt8(ascii: " ")]
        for byte in path.bytes {
            switch byte {
            case UInt8(ascii: "\n"): line += "%0A".utf8
            case UInt8(ascii: "\r"): line += "%0D".utf8
            case UInt8(ascii: "%"): line += "%25".utf8
            default: line.append(byte)
            }
        }
        return line + [UInt8(ascii: "\n")]
    }

    /// The lines of many entries, in the order of their paths.
    static func text(of entries: [ManifestEntry]) -> [UInt8] {
        entries.sorted { $0.path < $1.path }.flatMap(\.line)
    }
}
