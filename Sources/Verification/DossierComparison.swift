import Registration
public import Sealing

/// What changed from one dossier to another: pictures by their hashes, requirements, profile.
public struct DossierComparison: Sendable {
    /// What became of a picture.
    public enum Change: String, Sendable {
        /// It is new.
        case added
        /// It is gone.
        case removed
        /// Another stands in its place.
        case replaced
        /// It is the same, elsewhere.
        case moved
    }

    /// A picture that is not as it was.
    public struct Picture: Hashable, Sendable {
        /// What became of it.
        public let change: Change
        /// The title of its material, where it is now, else where it was.
        public let material: String
        /// The path in the older bag; nil if it is new.
        public let before: String?
        /// The path in the newer bag; nil if it is gone.
        public let after: String?
    }

    /// How the two dossiers are related.
    public enum Lineage: String, Sendable {
        /// They are the same.
        case same
        /// The newer one takes the place of the older one.
        case successor
        /// Both are of one case.
        case sameCase
        /// Nothing says that they belong together.
        case unrelated
    }

    /// The id of the older one.
    public let before: DossierID
    /// The id of the newer one.
    public let after: DossierID
    /// How they are related.
    public let lineage: Lineage
    /// Whether name, kind and masked number of the identity document are the same.
    public let isSamePerson: Bool
    /// Pictures that are not as they were, in the newer dossier's order, those that are gone last.
    public let pictures: [Picture]
    /// The number of pictures that are the same in the same place.
    public let unchanged: Int
    /// Requirements that are not as they were.
    public let requirements: [Difference]
    /// Circumstances that are not as they were.
    public let profile: [Difference]

    /// A value that is not what it was.
    public struct Difference: Hashable, Sendable {
        /// What it is the value of.
        public let name: String
        /// What it was; nil if there was none.
        public let before: String?
        /// What it is; nil if there is none.
        public let after: String?
    }

    init(from old: CheckedManifest, to new: CheckedManifest) {
        before = old.id
        after = new.id
        lineage = Self.lineage(from: old, to: new)
        let person = ["name", "idKind", "maskedIdNumber"]
        isSamePerson = person.allSatisfy {
            old.value["candidate"]?[$0] == new.value["candidate"]?[$0]
        }
        let comparison = PictureComparison(from: old.pictures, to: new.pictures)
        (pictures, unchanged) = (comparison.changed, comparison.unchanged)
        requirements = Self.differences(old.needs, new.needs)
        profile = Self.differences(old.answers, new.answers)
    }

    private static func lineage(from old: CheckedManifest, to new: CheckedManifest) -> Lineage {
        if old.hash == new.hash { return .same }
        let superseded = new.value["supersedes"]?.string.flatMap { try? DossierID(parsing: $0) }
        if superseded == old.id { return .successor }
        return (old.caseID ?? old.id) == (new.caseID ?? new.id) ? .sameCase : .unrelated
    }

    private static func differences(
        _ old: [String: String],
        _ new: [String: String]
    ) -> [Difference] {
        Set(old.keys).union(new.keys).sorted().compactMap { name in
            old[name] == new[name]
                ? nil : Difference(name: name, before: old[name], after: new[name])
        }
    }
}

extension CheckedManifest {
    /// A picture as the comparison needs it.
    struct ListedPicture: Hashable {
        var material: String
        var path: String
        var hash: String
    }

    fileprivate var pictures: [ListedPicture] {
        (value["materials"]?.array ?? []).flatMap { material in
            (material["pictures"]?.array ?? []).map { picture in
                ListedPicture(
                    material: material["title"]?.string ?? "",
                    path: picture["path"]?.string ?? "",
                    hash: picture["sha256"]?.string ?? ""
                )
            }
        }
    }

    /// The needs by the materials' titles.
    fileprivate var needs: [String: String] {
        var needs: [String: String] = [:]
        for material in value["materials"]?.array ?? [] {
            guard let title = material["title"]?.string else { continue }
            let counts = ["minimum", "maximum"].compactMap { material[$0]?.integer }.map { "\($0)" }
            let need = material["need"]?.string ?? ""
            needs[title] = counts.isEmpty ? need : "\(need) \(counts.joined(separator: "-"))"
        }
        return needs
    }

    /// The circumstances, lists as canonical JSON.
    fileprivate var answers: [String: String] {
        (value["candidate"]?["profile"]?.object ?? [:]).mapValues { answer in
            answer.string
                ?? (try? answer.canonicalBytes()).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    }
}
