/// The digest algorithms that a manifest may use (RFC 8493, 2.4).
public enum ManifestAlgorithm: String, Hashable, Sendable, CaseIterable {
    case md5
    case sha1
    case sha256
    case sha512

    /// How many hexadecimal digits a digest has.
    var digitCount: Int {
        switch self {
        case .md5: 32
        case .sha1: 40
        case .sha256: 64
        case .sha512: 128
        }
    }
}
