import Registration
import Review
import TemplateCatalog

/// An area that exists for tests only, to prove that the language of areas can say what it needs.
struct ExampleArea {
    let area: Area
    let faults: [CatalogFault]

    init(_ id: String) throws {
        let file = Repository.root + "/Tests/TemplateCatalogTests/ExampleAreas/\(id).yaml"
        let bytes = try Repository.bytes(of: file)
        area = try Area(bytes: bytes, file: "\(id).yaml")
        faults = AreaLint(bytes: bytes, file: "\(id).yaml").faults
    }

    /// The least numbers of pictures that a profile asks for, each in a picture that nothing is wrong with.
    func completeFolders(
        for profile: [String: ProfileValue],
        bytes: Int = 60_000
    ) -> [String: [Picture]] {
        var folders: [String: [Picture]] = [:]
        for requirement in area.requirements(for: profile) {
            guard case .required(let minimum, _) = requirement.need else { continue }
            let id = requirement.material.id
            folders[id] = (0..<minimum).map { Self.picture("\(id)/\($0).jpg", bytes: bytes) }
        }
        return folders
    }

    /// What a review finds, as lines that name everything but the clause.
    func findings(
        _ profile: [String: ProfileValue],
        _ folders: [String: [Picture]],
        papers: [Paper] = [],
        day: String? = nil
    ) -> [String] {
        let review = CandidateReview(
            area: area,
            profile: profile,
            papers: papers,
            day: day.flatMap { PartialDate($0) }
        )
        return review.findings(for: folders).map { finding in
            let parts = [
                finding.material, finding.picture, finding.measured, finding.limit,
            ].compactMap(\.self)
            return ([finding.code.rawValue, finding.severity.rawValue] + parts)
                .joined(separator: " | ")
        }
    }

    /// A sound colour picture whose hash is made from its path.
    static func picture(
        _ path: String,
        bytes: Int,
        colour: PictureFacts.Colour = .rgb
    ) -> Picture {
        var digest = Array(path.utf8.suffix(32))
        digest += [UInt8](repeating: 0, count: 32 - digest.count)
        guard let hash = ContentHash(bytes: digest) else { preconditionFailure("32 bytes") }
        var facts = PictureFacts(format: .jpeg, size: ByteCount(bytes), hash: hash)
        facts.width = 1240
        facts.height = 1754
        facts.colour = colour
        return Picture(path: path, facts: facts)
    }
}
