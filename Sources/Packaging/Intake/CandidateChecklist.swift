import Registration
public import Review
public import Sealing
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
    }

    /// The area's rules.
    public let area: Area
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
        self.area = area.area
        let requirements = area.area.requirements(for: file.candidate.profile)
        var have: [String: Int] = [:]
        for material in folder.materials {
            if let rule = requirements.material(named: material.name, in: area.area) {
                have[rule.id, default: 0] += material.files.count
            }
        }
        let waived = Set(file.waivers.map(\.material))
        items = requirements.map { requirement in
            let id = requirement.material.id
            let count = have[id] ?? 0
            let elsewhere = requirement.material.satisfiedBy.contains { have[$0, default: 0] > 0 }
            return Item(
                requirement: requirement,
                have: count,
                state: Self.state(
                    requirement,
                    have: count,
                    isExcused: elsewhere || waived.contains(id)
                )
            )
        }
    }

    private static func state(_ requirement: Requirement, have: Int, isExcused: Bool) -> State {
        switch requirement.need {
        case .required(let minimum, let maximum):
            if isExcused, have == 0 { return .optional }
            return have >= minimum && have <= maximum ?? .max ? .complete : .missing
        case .cannotTell: return .unknown
        case .notRequired: return requirement.material.isOptional ? .optional : .notNeeded
        }
    }

    /// The list for programs.
    public var json: JSONValue {
        [
            "area": .string(area.id), "complete": .bool(isComplete),
            "materials": .array(items.map(\.json)),
        ]
    }
}

extension CandidateChecklist.Item {
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = [
            "id": .string(requirement.material.id),
            "title": .string(requirement.material.title),
            "need": .string(requirement.needName), "state": .string(state.rawValue),
            "have": .integer(Int64(have)), "clause": requirement.clause.json,
            "because": .array(requirement.because.map { .string("\($0)") }),
        ]
        switch requirement.need {
        case .required(let minimum, let maximum):
            value["minimum"] = .integer(Int64(minimum))
            value["maximum"] = maximum.map { .integer(Int64($0)) }
        case .cannotTell(let missing):
            value["missingKeys"] = .array(missing.map { .string($0.description) })
        case .notRequired: break
        }
        return .object(value)
    }
}
