import ProfileFixtures
import Registration
import Review
import TemplateCatalog
import Testing

/// What must hold for every profile, tried on many random ones.
@Suite struct RequirementPropertyTests {
    static let areas = ["hunan-2026", "hubei-2025"]

    @Test(arguments: areas)
    func `A fact more never makes unclear what was clear`(id: String) throws {
        let area = try Repository.catalog().area(id).area
        var source = RandomProfiles(area, seed: 1)
        var steps = 0
        for _ in 0..<400 {
            var profile = source.next()
            var before = area.requirements(for: profile)
            for key in area.vocabulary where profile[key.key] == nil {
                // An answer to a question that the others rule out contradicts them.
                guard area.applying(profile)[key.key] == nil else { continue }
                profile[key.key] = source.answer(to: key)
                let after = area.requirements(for: profile)
                for (old, new) in zip(before, after) where !old.isOpen {
                    #expect(!new.isOpen, "\(old.material.id) after \(key.key)")
                    #expect(old.isRequired == new.isRequired, "\(old.material.id): \(key.key)")
                }
                before = after
                steps += 1
            }
        }
        #expect(steps > 1000)
    }

    @Test(arguments: areas)
    func `Answering the open questions one by one leaves nothing unclear`(id: String) throws {
        let area = try Repository.catalog().area(id).area
        var source = RandomProfiles(area, seed: 2, openPercent: 80)
        for _ in 0..<200 {
            var profile = source.next()
            // Answers that contradict others, and vague dates, cannot be settled by answering.
            profile = profile.filter { key, _ in
                area.profileKey(key)?.condition == .always && !area.isDate(key)
            }
            var asked: Set<ProfilePath> = []
            while let question = area.openQuestions(for: profile).first {
                guard asked.insert(question.path).inserted else {
                    Issue.record("\(question.path) is asked again")
                    break
                }
                #expect(!question.materials.isEmpty)
                profile.answer(question, with: source.settling(question.key))
            }
            let requirements = area.requirements(for: profile)
            let open = requirements.filter { $0.isOpen || !$0.countMissing.isEmpty }
            #expect(open.map(\.material.id) == [])
        }
    }

    // The order of keys in a file is all that a profile has; in memory it has none.
    @Test(arguments: areas)
    func `The order of keys in the file changes nothing`(id: String) throws {
        let area = try Repository.catalog().area(id).area
        var source = RandomProfiles(area, seed: 3)
        for _ in 0..<60 {
            let profile = source.next().filter { $0.key != "units" && $0.key != "idKind" }
            var lines = profile.map { "  \($0.key): \($0.value.yaml)" }.sorted()
            var results: [[Requirement]] = []
            for _ in 0..<3 {
                let text = "area: \(id)\nprofile:\n" + lines.joined(separator: "\n") + "\n"
                let file = try CandidateFile(
                    bytes: Array((profile.isEmpty ? "area: \(id)\n" : text).utf8),
                    area: area
                )
                results.append(area.requirements(for: file.candidate.profile))
                lines.append(contentsOf: lines.isEmpty ? [] : [lines.removeFirst()])
                lines.reverse()
            }
            #expect(results[0] == results[1])
            #expect(results[0] == results[2])
            #expect(results[0] == area.requirements(for: profile))
        }
    }

    @Test(.enabled(if: Repository.shared != nil, "needs ../shared/seeds"), arguments: areas)
    func `Every required material cites words of the manual, and conditional ones a fact`(
        id: String
    ) throws {
        let shared = try #require(Repository.shared)
        let seed = try #require(AreaFilesTests.seeds[id])
        let manual = String(
            decoding: try Repository.bytes(of: "\(shared)/seeds/\(seed)"),
            as: UTF8.self
        ).filter { !$0.isWhitespace }
        let area = try Repository.catalog().area(id).area
        var source = RandomProfiles(area, seed: 4)
        for _ in 0..<100 {
            for requirement in area.requirements(for: source.next()) where requirement.isRequired {
                #expect(manual.contains(requirement.clause.quote.filter { !$0.isWhitespace }))
                #expect(!requirement.clause.section.isEmpty)
                let material = requirement.material
                guard material.condition != .always else { continue }
                #expect(!requirement.because.isEmpty, "\(material.id)")
            }
        }
    }
}

extension Requirement {
    fileprivate var isOpen: Bool {
        if case .cannotTell = need { return true }
        return false
    }
}

extension Area {
    fileprivate func isDate(_ key: String) -> Bool { profileKey(key)?.kind == .date }
}

extension RandomProfiles {
    /// An answer that leaves nothing open: a whole date, entries with every key.
    fileprivate mutating func settling(_ key: ProfileKey) -> ProfileValue {
        switch key.kind {
        case .date:
            let day = PartialDate(year: 2010 + below(10), month: 1 + below(12), day: 1 + below(28))
            return day.map(ProfileValue.date) ?? .text("")
        case .list(let keys):
            var entries: [[String: ProfileValue]] = []
            for _ in 0..<below(3) {
                var entry: [String: ProfileValue] = [:]
                // Left open now and then: the question for one entry is asked, too.
                for item in keys where below(2) == 0 { entry[item.key] = settling(item) }
                entries.append(entry)
            }
            return .list(entries)
        default: return answer(to: key)
        }
    }
}

extension [String: ProfileValue] {
    fileprivate mutating func answer(_ question: OpenQuestion, with value: ProfileValue) {
        guard let entry = question.path.entry else {
            self[question.path.key] = value
            return
        }
        guard case .list(var entries)? = self[entry.list] else { return }
        entries[entry.number - 1][question.path.key] = value
        self[entry.list] = .list(entries)
    }
}

extension ProfileValue {
    fileprivate var yaml: String {
        switch self {
        case .flag(let flag): flag ? "true" : "false"
        default: "\(self)"
        }
    }
}
