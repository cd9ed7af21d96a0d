public import Sealing

/// What a verification goes by: whom to trust, what is revoked, and on which day.
public struct VerificationContext: Sendable {
    /// What vouches for a list of keys.
    public enum Vouching: Hashable, Sendable {
        /// The root key signed it.
        case root(KeyID)
        /// It names a key that signed it, but nobody named that key as the root.
        case unchecked(KeyID)
        /// Nothing: it is not signed.
        case nothing
    }

    /// The keys to trust; nil for none, when no issuer can be told.
    public let trust: TrustList?
    /// What vouches for them.
    public let vouching: Vouching
    /// What is revoked.
    public let revocations: [Revocations]
    /// The day, in days since 1970-01-01.
    public let day: Int

    /// Goes by a list of keys that its user vouches for, without revocations.
    public init(trusted: TrustedKeys?, day: Int) {
        trust = trusted.map { TrustList($0) }
        vouching = .nothing
        revocations = []
        self.day = day
    }

    /// Goes by these lists.
    ///
    /// - Parameters:
    ///   - trust: The keys to trust.
    ///   - revocations: The lists of revocations; those of nobody known are not believed.
    ///   - root: The key that the list of keys must be signed by; nil if none was named.
    ///   - day: The day, in days since 1970-01-01.
    /// - Throws: A `SealError` of code `trustSignature` if the root did not sign the list of keys.
    public init(
        trust: TrustList?,
        revocations: [Revocations],
        root: VerifyingKey?,
        day: Int
    ) throws(SealError) {
        if let trust, let root, !trust.isSigned(by: root) {
            throw SealError(.trustSignature, "\(root.id)")
        }
        self.trust = trust
        vouching =
            root.map { .root($0.id) } ?? (trust?.seal).map { .unchecked($0.keyID) } ?? .nothing
        self.revocations = revocations
        self.day = day
    }
}
