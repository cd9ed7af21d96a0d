import Packaging
public import Registration
public import Sealing
public import Verification

/// What changed from one revision of a dossier to another, picture by picture.
public struct CaseDifference: Sendable {
    /// One of the two dossiers.
    public struct Revision: Hashable, Sendable {
        /// Its id.
        public let id: DossierID
        /// Its number, from 1.
        public let number: Int
        /// The day that it states, as YYYY-MM-DD.
        public let date: String
        /// How many pictures it has.
        public let pictures: Int
    }

    /// A picture that is not as it was.
    public struct Picture: Hashable, Sendable {
        /// What became of it.
        public let change: DossierComparison.Change
        /// How it was; nil if it is new.
        public let before: RevisedPicture?
        /// How it is; nil if it is gone.
        public let after: RevisedPicture?
        /// What the reviewer had asked for and why.
        public let asked: [ReturnedItem]

        /// How it is, else how it was.
        var shown: RevisedPicture? { after ?? before }
    }

    /// The older dossier.
    public let before: Revision
    /// The newer one.
    public let after: Revision
    /// How the two are related.
    public let lineage: DossierComparison.Lineage
    /// Whether name, kind and masked number of the identity document are the same.
    public let isSamePerson: Bool
    /// The pictures that changed, in the newer dossier's order, those that are gone last.
    public let pictures: [Picture]
    /// How many pictures are the same in the same place.
    public let unchanged: Int
    /// What the reviewer had asked for and is as it was.
    public let unmet: [ReturnedItem]
    /// Circumstances that are not as they were, by their keys.
    public let profile: [DossierComparison.Difference]
    /// Requirements that are not as they were, by the titles of materials.
    public let requirements: [DossierComparison.Difference]
    /// Where the two lie.
    let paths: (before: String, after: String)
    let manifests: (before: RevisionManifest, after: RevisionManifest)

    /// Compares two archives, packed or unpacked, that were found to be whole.
    ///
    /// - Parameters:
    ///   - old: Where the older one lies.
    ///   - new: Where the newer one lies.
    ///   - asked: What the reviewer had asked for when the older one was returned.
    /// - Throws: `ArchiveError`, `PackagingError` or `VerificationError` if one of them cannot be read.
    public init(from old: String, to new: String, asked: [ReturnedItem] = []) throws {
        let (old, new) = (try RevisionManifest(at: old), try RevisionManifest(at: new))
        let comparison = try DossierComparison(from: old.bytes, to: new.bytes)
        manifests = (old, new)
        paths = (old.archive, new.archive)
        before = old.revision
        after = new.revision
        lineage = comparison.lineage
        isSamePerson = comparison.isSamePerson
        unchanged = comparison.unchanged
        profile = comparison.profile
        requirements = comparison.requirements
        pictures = comparison.pictures.map { picture in
            let before = picture.before.flatMap { old.pictures[$0] }
            let after = picture.after.flatMap { new.pictures[$0] }
            return Picture(
                change: picture.change,
                before: before,
                after: after,
                asked: asked.filter { $0.concerns(before: before, after: after) }
            )
        }
        unmet = asked.filter { [pictures] item in
            // To put a picture elsewhere mends nothing.
            !pictures.contains { $0.change != .moved && $0.asked.contains(item) }
        }
    }
}

extension ReturnedItem {
    /// Whether it asked for a picture as it was; one that is new can only be for a whole material.
    fileprivate func concerns(before: RevisedPicture?, after: RevisedPicture?) -> Bool {
        if let before { return covers(material: before.material, place: before.place) }
        return after?.material == material && place == nil
    }
}
