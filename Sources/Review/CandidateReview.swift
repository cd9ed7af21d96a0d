public import Registration

/// The check of one candidate's pictures against an area's rules: facts in, findings out.
public struct CandidateReview: Sendable {
    /// The area whose rules apply.
    public let area: Area
    /// The candidate's circumstances.
    public let profile: [String: ProfileValue]
    /// The waivers that the candidate asks for.
    public let waivers: [Waiver]
    /// What the candidate must hand in, in the area's order.
    public let requirements: [Requirement]

    /// Works out what a candidate must hand in.
    public init(area: Area, profile: [String: ProfileValue], waivers: [Waiver] = []) {
        self.area = area
        self.profile = profile
        self.waivers = waivers
        requirements = area.requirements(for: profile)
    }

    /// Everything that is wrong, or worth knowing, in the area's order of materials.
    ///
    /// Within a material its own findings come first, then those of each picture in the order given.
    /// Folders that are no material come last.
    ///
    /// - Parameter pictures: The pictures of each folder, by the material's id or title.
    /// - Returns: The findings, in a fixed order.
    public func findings(for pictures: [String: [Picture]]) -> [Finding] {
        let (byMaterial, strangers) = sorted(pictures)
        let held = byMaterial.mapValues(\.count)
        var duplicates = DuplicateSearch()
        var findings: [Finding] = []
        for requirement in requirements {
            let material = requirement.material
            findings += requirement.findings(
                held: held,
                waiver: waivers.first { $0.material == material.id },
                profile: profile
            )
            for picture in byMaterial[material.id] ?? [] {
                findings += material.pictureRule.findings(for: picture, of: material.id)
                if let duplicate = duplicates.finding(for: picture, of: material.id) {
                    findings.append(duplicate)
                }
            }
        }
        return findings
            + strangers.map { Finding(.materialUnknownFolder, .error, measured: $0) }
    }

    private func sorted(
        _ pictures: [String: [Picture]]
    ) -> (byMaterial: [String: [Picture]], strangers: [String]) {
        var byMaterial: [String: [Picture]] = [:]
        var strangers: [String] = []
        // A material may have two folders, by id and by title: name order keeps the result the same.
        for folder in pictures.keys.sorted() {
            guard let material = requirements.material(named: folder, in: area) else {
                strangers.append(folder)
                continue
            }
            byMaterial[material.id, default: []] += pictures[folder] ?? []
        }
        return (byMaterial, strangers)
    }
}
