import Crypto
public import Registration

/// What makes two commitments to one person differ: sixteen bytes derived from the pictures.
public struct SubjectSalt: Hashable, Sendable {
    /// The sixteen bytes.
    public let bytes: [UInt8]

    /// Wraps sixteen bytes; nil for another number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Derives the salt from the pictures' hashes by HKDF-SHA256 (RFC 5869).
    ///
    /// Their order does not matter; a picture that occurs twice counts twice. Without pictures the
    /// salt is no secret.
    public init(pictures: some Sequence<ContentHash>) {
        let sorted = pictures.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: sorted.flatMap(\.self)),
            info: Array("dossier-subject-salt/1".utf8),
            outputByteCount: 16
        )
        bytes = key.withUnsafeBytes { Array($0) }
    }
}
