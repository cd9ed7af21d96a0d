import Registration
public import Sealing

/// The dossier that a new one takes the place of.
public struct Predecessor: Hashable, Sendable {
    /// A picture of it.
    struct Picture: Hashable, Sendable {
        var material: String
        /// The place among the material's pictures, from 1.
        var place: Int
        var hash: ContentHash
    }

    /// Its id.
    public let id: DossierID
    /// The id of the first revision of the case.
    public let caseID: DossierID
    /// Its revision.
    public let revision: Int
    /// Whom it is about: the number behind it stays with the candidate.
    let commitment: SubjectCommitment
    /// The name and the masked number that the commitment was made for.
    let person: [String]
    let pictures: [Picture]

    /// Reads what a new dossier needs of the manifest of the one before it, which was found to be whole.
    ///
    /// - Throws: `PackagingError` of code `manifestUnreadable` with the member that is not as it must be.
    public init(manifest bytes: [UInt8]) throws(PackagingError) {
        guard let value = try? JSONValue(parsing: bytes) else {
            throw ManifestMember.unreadable("JSON")
        }
        try self.init(value, id: DossierID(manifest: .of(bytes)))
    }

    init(_ value: JSONValue, id: DossierID) throws(PackagingError) {
        let revision = try ManifestMember.found(value["revision"]?.integer, "revision")
        let caseID = value["case"]?.string.flatMap { try? DossierID(parsing: $0) }
        guard revision >= 1, (revision == 1) == (caseID == nil) else {
            throw ManifestMember.unreadable("case")
        }
        let candidate = value["candidate"]
        let commitment = candidate?["commitment"]?.string
            .flatMap { ContentHash.bytes(hex: $0) }.flatMap { SubjectCommitment(bytes: $0) }
        self.id = id
        self.caseID = caseID ?? id
        self.revision = revision
        self.commitment = try ManifestMember.found(commitment, "commitment")
        person = ["name", "idKind", "maskedIdNumber"].map { candidate?[$0]?.string ?? "" }
        pictures = try Self.pictures(value)
    }

    private static func pictures(_ value: JSONValue) throws(PackagingError) -> [Picture] {
        var pictures: [Picture] = []
        for material in value["materials"]?.array ?? [] {
            let id = try ManifestMember.found(material["id"]?.string, "materials")
            for (index, picture) in (material["pictures"]?.array ?? []).enumerated() {
                // A picture that is withheld has no hash, and nothing to compare.
                guard let hex = picture["sha256"] else { continue }
                let hash = try ManifestMember.found(
                    hex.string.flatMap(ContentHash.init(hex:)),
                    "pictures"
                )
                pictures.append(Picture(material: id, place: index + 1, hash: hash))
            }
        }
        return pictures
    }

    /// Whether the candidate is, by all that a manifest says, the one of the dossier before.
    func isAbout(_ candidate: Candidate) -> Bool {
        person == [candidate.name, candidate.idKind, candidate.maskedIDNumber]
    }
}
