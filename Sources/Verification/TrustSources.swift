public import Sealing

/// Where the lists of a verification come from: files that were named, else the store.
public struct TrustSources {
    /// The list of keys that was named; nil for the store's.
    public var trust: TrustList?
    /// The lists of revocations that were named; none for the store's.
    public var revocations: [RevocationList]
    /// The root key that was named; nil for the one that is pinned in the store.
    public var root: VerifyingKey?
    /// The store; nil for none.
    public var store: TrustStore?

    /// Names the sources.
    public init(
        trust: TrustList?,
        revocations: [RevocationList],
        root: VerifyingKey?,
        store: TrustStore?
    ) {
        self.trust = trust
        self.revocations = revocations
        self.root = root
        self.store = store
    }

    /// Reads what is not named from the store, and checks every signature.
    ///
    /// A list that was named must prove who made it as far as a root is known; writes nothing.
    ///
    /// - Parameter day: The day to verify by, in days since 1970-01-01.
    /// - Returns: What to verify by.
    /// - Throws: A ``TrustError``, or a `SealError` of code `trustSignature` or
    ///   `revocationSignature`.
    public func context(day: Int) throws -> VerificationContext {
        // Where all is named, a damaged store is no reason to stop.
        let isComplete = trust != nil && root != nil && !revocations.isEmpty
        let pinned = isComplete ? nil : try store?.root()
        let list = try trust ?? store?.trust()
        let root = root ?? (isVouched(by: pinned) ? pinned : nil)
        let known = try named(root ?? pinned, list) ?? stored(root ?? pinned, list)
        return try VerificationContext(trust: list, revocations: known, root: root, day: day)
    }

    /// The pinned root speaks for a named list only if that list says so: else it is as unchecked
    /// as it would be without a store.
    private func isVouched(by pinned: VerifyingKey?) -> Bool {
        guard let trust else { return true }
        return pinned.map { trust.seal?.keyID == $0.id } ?? false
    }

    private func named(
        _ root: VerifyingKey?,
        _ trust: TrustList?
    ) throws(SealError) -> [Revocations]? {
        guard !revocations.isEmpty else { return nil }
        let lists = revocations.map { Revocations($0, root: root, trust: trust) }
        for revocations in lists where revocations.signer == nil {
            let signer = revocations.list.seal.map { "\($0.keyID)" } ?? "-"
            throw SealError(.revocationSignature, signer)
        }
        return lists
    }

    private func stored(
        _ root: VerifyingKey?,
        _ trust: TrustList?
    ) throws(TrustError) -> [Revocations] {
        guard let store else { return [] }
        var lists: [Revocations] = []
        var seen: Set<KeyID> = []
        let signers = [root].compactMap(\.self) + (trust?.keys.keys ?? []).map(\.key)
        for key in signers where seen.insert(key.id).inserted {
            guard let list = try store.revocations(by: key) else { continue }
            lists.append(Revocations(list, root: root, trust: trust))
        }
        return lists
    }
}
