public import Registration

/// The check of one candidate's pictures against an area's rules: facts in, findings out.
public struct CandidateReview: Sendable {
    /// The area whose rules apply.
    public let area: Area
    /// The candidate's circumstances.
    public let profile: [String: ProfileValue]
    /// The waivers that the candidate asks for.
    public let waivers: [Waiver]
    /// The dates of the papers, as the candidate states them.
    public let papers: [Paper]
    /// The day on which everything is handed in; nil leaves dates unchecked.
    public let day: PartialDate?
    /// What the candidate must hand in, in the area's order.
    public let requirements: [Requirement]

    /// Works out what a candidate must hand in.
    public init(
        area: Area,
        profile: [String: ProfileValue],
        waivers: [Waiver] = [],
        papers: [Paper] = [],
        day: PartialDate? = nil
    ) {
        self.area = area
        self.profile = profile
        self.waivers = waivers
        self.papers = papers
        self.day = day
        requirements = area.requirements(for: profile)
    }

    /// Everything that is wrong, or worth knowing, in the area's order of materials.
    ///
    /// What concerns the profile comes first. Within a material its own findings come first, then those
    /// of each picture in the order given. Folders that are no material come last.
    ///
    /// - Parameter pictures: The pictures of each folder, by the material's id or title.
    /// - Returns: The findings, in a fixed order.
    public func findings(for pictures: [String: [Picture]]) -> [Finding] {
        let (byMaterial, strangers) = sorted(pictures)
        let held = byMaterial.mapValues(\.count)
        var duplicates = DuplicateSearch()
        var nearCopies = NearCopySearch()
        var findings = area.findings(inProfile: profile, on: day)
        let completed = area.applying(profile)
        for requirement in requirements {
            let material = requirement.material
            findings += requirement.findings(
                held: held,
                waiver: waivers.first { $0.material == material.id },
                profile: completed
            )
            findings += dateFindings(requirement, isHeld: held[material.id, default: 0] > 0)
            for picture in byMaterial[material.id] ?? [] {
                findings += material.pictureRule.findings(for: picture, of: material.id)
                if let day, let validity = material.validity {
                    findings += validity.findings(for: picture, of: material.id, on: day)
                }
                if let duplicate = duplicates.finding(for: picture, of: material.id) {
                    findings.append(duplicate)
                }
                if let copy = nearCopies.finding(for: picture, of: material) {
                    findings.append(copy)
                }
            }
        }
        return findings + sizeFindings(byMaterial.values.joined())
            + strangers.map { Finding(.materialUnknownFolder, .error, measured: $0) }
    }

    /// What is wrong with the dates of a material that must be, or is, handed in.
    private func dateFindings(_ requirement: Requirement, isHeld: Bool) -> [Finding] {
        let material = requirement.material
        guard let day, let validity = material.validity, requirement.isRequired || isHeld else {
            return []
        }
        let stated = papers.filter { $0.material == material.id }
        // A missing paper is reported as missing: its date is no second fault.
        guard isHeld || !stated.isEmpty else { return [] }
        return (stated.isEmpty ? [nil] : stated.map(Optional.some)).flatMap {
            validity.findings(for: $0, of: material.id, on: day)
        }
    }

    /// Whether everything together is small enough for one upload.
    private func sizeFindings(_ pictures: some Sequence<Picture>) -> [Finding] {
        guard let limit = area.delivery.maxBytes else { return [] }
        let total = ByteCount(pictures.reduce(0) { $0 + $1.facts.size.rawValue })
        guard !limit.allows(total) || limit.isDebatable(total) else { return [] }
        let fits = limit.allows(total)
        return [
            Finding(
                fits ? .dossierNearLimit : .dossierTooLarge,
                fits ? .note : .error,
                measured: total.description,
                limit: fits ? limit.noteText : limit.text,
                clause: area.delivery.clause
            )
        ]
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
