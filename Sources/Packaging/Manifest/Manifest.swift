import Registration
public import Review
import Sealing
import TemplateCatalog

/// The list of everything in a dossier, with its hashes: what id, codes and seal are made over.
///
/// Its form is published in Templates/Schemas/manifest.schema.json.
struct Manifest {
    /// What the manifest says besides the review.
    struct Issue {
        var toolVersion: String
        var date: IssueDate
        var areaHash: ContentHash
        var predecessor: Predecessor?
        var record: CaseRecord?
    }

    let bytes: [UInt8]
    let hash: ContentHash
    let id: DossierID
    let commitment: SubjectCommitment
    /// The id of the first revision; nil in the first itself.
    let caseID: DossierID?
    /// Counted from 1.
    let revision: Int

    init(_ review: FolderReview, _ pages: ManifestPages, issue: Issue) throws {
        let predecessor = issue.predecessor
        let commitment = try Self.commitment(review, pages, after: predecessor)
        caseID = predecessor?.caseID
        revision = 1 + (predecessor?.revision ?? 0)
        var members: [String: JSONValue] = [
            "format": "dossier-manifest/1",
            "tool": ["name": "dossier", "version": .string(issue.toolVersion)],
            "date": .string(issue.date.description),
            "area": [
                "id": .string(review.area.id), "name": .string(review.area.name),
                "year": .integer(Int64(review.area.year)), "region": .string(review.area.region),
                "manual": .string(review.area.manual), "sha256": .string(issue.areaHash.hex),
            ],
            "candidate": Self.candidate(review.file.candidate, commitment),
            "pages": .integer(Int64(pages.plan.lastPage)),
            "composition": pages.composition,
            "volumes": pages.volumes,
            "materials": .array(Self.materials(review, pages)),
            "papers": .array(review.file.papers.map(\.json)),
            "findings": .array(review.findings.map { $0.json }),
            "waivers": .array(
                review.file.waivers.map {
                    ["material": .string($0.material), "reason": .string($0.reason)]
                }
            ),
            "overrides": .array(
                review.overridden.map { finding, override in
                    ["finding": finding.json, "reason": .string(override.reason)]
                }
            ),
            "revision": .integer(Int64(revision)),
            "case": caseID.map { .string($0.description) } ?? nil,
            "supersedes": predecessor.map { .string($0.id.description) } ?? nil,
        ]
        members["log"] = issue.record.map {
            ["events": .integer(Int64($0.events)), "head": .string($0.head.hex)]
        }
        members["changes"] = predecessor.map {
            .array(PictureChange.all(from: $0, to: pages.materials).map(\.json))
        }
        bytes = try JSONValue.object(members).canonicalBytes()
        hash = ContentHash.of(bytes)
        id = DossierID(manifest: hash)
        self.commitment = commitment
    }

    private static func commitment(
        _ review: FolderReview,
        _ pages: ManifestPages,
        after predecessor: Predecessor?
    ) throws -> SubjectCommitment {
        if let predecessor, predecessor.isAbout(review.file.candidate) {
            return predecessor.commitment
        }
        if let commitment = review.commitment { return commitment }
        let pictures = pages.materials.flatMap(\.pictures).map(\.intake.picture.facts.hash)
        return try SubjectCommitment(review.file.candidate, salt: SubjectSalt(pictures: pictures))
    }

    private static func candidate(
        _ candidate: Candidate,
        _ commitment: SubjectCommitment
    ) -> JSONValue {
        [
            "name": .string(candidate.name),
            "idKind": .string(candidate.idKind),
            "maskedIdNumber": .string(candidate.maskedIDNumber),
            "commitment": .string(ContentHash.hexText(commitment.bytes)),
            "profile": .object(candidate.profile.mapValues(\.json)),
        ]
    }

    /// The materials that have pictures or are required, in the area's order.
    private static func materials(_ review: FolderReview, _ pages: ManifestPages) -> [JSONValue] {
        let placed = pages.pictures
        return review.requirements.compactMap { requirement in
            let id = requirement.material.id
            let pictures = placed[id] ?? []
            guard requirement.isRequired || !pictures.isEmpty else { return nil }
            var value: [String: JSONValue] = [
                "id": .string(id),
                "title": .string(requirement.material.title),
                "need": .string(requirement.needName),
                "clause": requirement.clause.json,
                "because": .array(requirement.because.map { .string($0.description) }),
                "pictures": .array(pictures),
            ]
            if case .required(let minimum, let maximum) = requirement.need {
                value["minimum"] = .integer(Int64(minimum))
                if let maximum { value["maximum"] = .integer(Int64(maximum)) }
            }
            return .object(value)
        }
    }
}

extension Requirement {
    /// The need in one word, as the manifest and `--json` write it.
    public var needName: String {
        switch need {
        case .required: "required"
        case .notRequired: material.isOptional ? "optional" : "notRequired"
        case .cannotTell: "cannotTell"
        }
    }
}
