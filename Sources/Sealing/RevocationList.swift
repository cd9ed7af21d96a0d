public import Registration

/// What an office or the root has withdrawn: keys, dossiers, and revisions that later ones replace.
public struct RevocationList: Hashable, Sendable {
    /// The name of the format, which the signature covers twice.
    public static let format = "dossier-revocations/1"

    /// A key that may no longer be believed, whatever day its seals bear: a thief can back-date.
    public struct Key: Hashable, Sendable {
        /// The key.
        public var id: KeyID
        /// The day since which it is not to be believed, in days since 1970-01-01.
        public var since: Int
        /// A word such as "stolen".
        public var reason: String
        /// The SHA-256 of the manifests that the office itself had sealed with it, and stands by.
        ///
        /// Whole hashes, not ids: of 64 bits, one of many thousands can be hit.
        public var ledger: Set<ContentHash>

        /// States a revocation.
        public init(id: KeyID, since: Int, reason: String, ledger: Set<ContentHash> = []) {
            self.id = id
            self.since = since
            self.reason = reason
            self.ledger = ledger
        }
    }

    /// A dossier that is withdrawn.
    public struct Dossier: Hashable, Sendable {
        /// The dossier.
        public var id: DossierID
        /// The day on which it was withdrawn, in days since 1970-01-01.
        public var at: Int
        /// A word such as "withdrawn".
        public var reason: String

        /// States a revocation.
        public init(id: DossierID, at: Int, reason: String) {
            self.id = id
            self.at = at
            self.reason = reason
        }
    }

    /// The latest revision of a case; older ones, and others of the same number, are superseded.
    public struct Latest: Hashable, Sendable {
        /// The id of the case's first revision.
        public var caseID: DossierID
        /// The number of the latest revision.
        public var revision: Int
        /// The dossier that is this revision.
        public var id: DossierID

        /// States which revision is the latest.
        public init(caseID: DossierID, revision: Int, id: DossierID) {
            self.caseID = caseID
            self.revision = revision
            self.id = id
        }
    }

    /// Counts the signed editions of the list; 0 in one that was never signed.
    public let number: Int
    /// The day on which it was signed, in days since 1970-01-01; nil in one that is not.
    public let issued: Int?
    /// The revoked keys.
    public var keys: [Key]
    /// The revoked dossiers.
    public var dossiers: [Dossier]
    /// The latest revisions.
    public var latest: [Latest]
    /// The signature; nil in a draft.
    public let seal: ListSeal?

    /// An empty list to be filled and signed, after so many editions.
    public init(number: Int = 0) {
        self.init(number: number, issued: nil, keys: [], dossiers: [], latest: [], seal: nil)
    }

    init(
        number: Int,
        issued: Int?,
        keys: [Key],
        dossiers: [Dossier],
        latest: [Latest],
        seal: ListSeal?
    ) {
        self.number = number
        self.issued = issued
        self.keys = keys
        self.dossiers = dossiers
        self.latest = latest
        self.seal = seal
    }

    /// Signs the list as its next edition.
    ///
    /// - Parameters:
    ///   - key: The root key, or an office's.
    ///   - day: The day, in days since 1970-01-01.
    /// - Returns: The signed list.
    /// - Throws: A ``SealError`` where it cannot be signed.
    public func signed(by key: SigningKey, on day: Int) throws(SealError) -> Self {
        guard (0...0xFFFF).contains(day) else { throw SealError(.revocationFile, "issued") }
        let next = with(seal: nil, number: number + 1, issued: day)
        let seal = try ListSeal(of: next.members, format: Self.format, by: key)
        return next.with(seal: seal, number: next.number, issued: day)
    }

    /// The same entries without signature, to be changed; the next one counts on from here.
    public var draft: Self { with(seal: nil, number: number, issued: nil) }

    private func with(seal: ListSeal?, number: Int, issued: Int?) -> Self {
        Self(
            number: number,
            issued: issued,
            keys: keys,
            dossiers: dossiers,
            latest: latest,
            seal: seal
        )
    }

    /// Whether this key signed the list as it is.
    public func isSigned(by key: VerifyingKey) -> Bool {
        seal?.isMade(over: members, format: Self.format, by: key) ?? false
    }
}
