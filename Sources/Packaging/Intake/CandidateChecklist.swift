public import Registration
public import Review
public import TemplateCatalog

/// What a candidate must hand in and what is there, without opening a single picture.
public struct CandidateChecklist: Sendable {
    /// How a material stands.
    public enum State: String, Sendable, CaseIterable {
        case complete
        case missing
        case unknown
        case optional
        case notNeeded
    }

    /// A material with its state.
    public struct Item: Sendable {
        /// Whether it is needed, and why.
        public var requirement: Requirement
        /// How many files lie in its folder.
        public var have: Int
        /// How it stands.
        public var state: State
        /// Why nothing need be there although it is required.
        public var excuse: Excuse?
    }

    /// What lets a candidate off a required material.
    public enum Excuse: Hashable, Sendable {
        /// Another material that is there proves the same: its title, if that is known.
        case instead(of: String?)
        /// The candidate asked to be let off, with this reason.
        case waived(String)
    }

    /// The area's rules.
    public let area: Area
    /// The candidate.
    public let candidate: Candidate
    /// What must be known before every material can be told, in the order in which to ask.
    public let questions: [OpenQuestion]
    /// The materials in the area's order.
    public let items: [Item]

    /// Whether nothing is missing and nothing open.
    public var isComplete: Bool {
        !items.contains { $0.state == .missing || $0.state == .unknown }
    }

    /// Reads a candidate's file and counts the files of each material.
    ///
    /// - Throws: `PackagingError` for folders, `CatalogError` for mistakes in YAML.
    public init(at path: String, catalog: TemplateCatalog) throws {
        let folder = try CandidateFolder(at: path)
        let (file, area) = try catalog.candidate(at: folder.candidateFile)
        let requirements = area.area.requirements(for: file.candidate.profile)
        var have: [String: Int] = [:]
        for material in folder.materials {
            if let rule = requirements.material(named: material.name, in: area.area) {
                have[rule.id, default: 0] += material.files.count
            }
        }
        self.init(
            area: area.area,
            candidate: file.candidate,
            requirements: requirements,
            have: have,
            waivers: file.waivers
        )
    }

    /// States a list: what is required, and how many files of each material are there.
    init(
        area: Area,
        candidate: Candidate,
        requirements: [Requirement],
        have: [String: Int],
        waivers: [Waiver] = []
    ) {
        self.area = area
        self.candidate = candidate
        questions = area.openQuestions(for: candidate.profile)
        items = requirements.map { requirement in
            let id = requirement.material.id
            let count = have[id] ?? 0
            let elsewhere = requirement.material.satisfiedBy.first { have[$0, default: 0] > 0 }
            let waiver = waivers.first { $0.material == id }
            let excuse =
                elsewhere.map { Excuse.instead(of: area.material(id: $0)?.title ?? $0) }
                ?? waiver.map { Excuse.waived($0.reason) }
            return Item(requirement, have: count, excuse: excuse)
        }
    }

    /// States a list by its items, with nothing left to ask.
    init(area: Area, candidate: Candidate, items: [Item]) {
        (self.area, self.candidate, self.items) = (area, candidate, items)
        questions = []
    }
}

extension CandidateChecklist.Item {
    /// How a material stands of which so many files are there.
    init(_ requirement: Requirement, have: Int, excuse: CandidateChecklist.Excuse?) {
        let state = Self.state(requirement, have: have, isExcused: excuse != nil)
        self.init(
            requirement: requirement,
            have: have,
            state: state,
            excuse: requirement.isRequired && state == .optional ? excuse : nil
        )
    }

    private static func state(
        _ requirement: Requirement,
        have: Int,
        isExcused: Bool
    ) -> CandidateChecklist.State {
        switch requirement.need {
        case .required(let minimum, let maximum):
            if isExcused, have == 0 { return .optional }
            return have >= minimum && have <= maximum ?? .max ? .complete : .missing
        case .cannotTell: return .unknown
        case .notRequired: return requirement.material.isOptional ? .optional : .notNeeded
        }
    }
}
