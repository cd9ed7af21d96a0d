import Registration
import Review
import TemplateCatalog

/// What a copy for outside eyes says of a candidate: which circumstances, but not who.
struct MaskedWords {
    private let area: Area
    private let candidate: Candidate
    /// What stands for a sentence that somebody wrote freely.
    private let omitted: String

    init(_ candidate: Candidate, area: Area, omitted: String) {
        self.area = area
        self.candidate = candidate
        self.omitted = omitted
    }

    /// A path or sentence without name and number.
    func masked(_ text: String) -> String {
        var text = text
        let number = candidate.idNumber
        // One character of a name may stand in any word.
        let secrets = [
            (candidate.name.count > 1 ? candidate.name : "", candidate.maskedName),
            (number.uppercased(), candidate.maskedIDNumber),
            (number.lowercased(), candidate.maskedIDNumber),
        ]
        for (secret, mask) in secrets where !secret.isEmpty {
            text = text.replacing(secret, with: mask)
        }
        return text
    }

    /// The candidate's file with the person masked, and without dates and what only forms ask for.
    func masked(_ file: CandidateFile) -> CandidateFile {
        var file = file
        file.candidate.name = candidate.maskedName
        file.candidate.idNumber = candidate.maskedIDNumber
        file.candidate.profile = answers(candidate.profile, to: area.vocabulary)
        file.papers = []
        file.turns = []
        file.forms = [:]
        file.waivers = file.waivers.map { Waiver(material: $0.material, reason: omitted) }
        file.overrides = file.overrides.map(masked)
        return file
    }

    /// An override; its reason is a person's free words.
    func masked(_ override: Override) -> Override {
        Override(
            code: override.code,
            picture: override.picture.map(masked),
            reason: omitted
        )
    }

    /// A finding; what was measured of the profile and of papers is a person's own.
    func masked(_ finding: Finding, originals: [String: String]) -> Finding {
        var finding = finding
        finding.measured = finding.measured.flatMap { text in
            finding.picture != nil || Self.isCount(text) ? masked(text) : nil
        }
        finding.picture = finding.picture.map { masked(originals[$0] ?? $0) }
        return finding
    }

    private static func isCount(_ text: String) -> Bool {
        text.utf8.count <= 3 && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// A requirement without the facts that are a person's own words or dates.
    func masked(_ requirement: Requirement) -> Requirement {
        var requirement = requirement
        requirement.because = requirement.because.filter { fact in
            let keys = fact.path.entry.map { listKeys($0.list) } ?? area.vocabulary
            return keys.first { $0.key == fact.path.key }?.isOfFewAnswers == true
        }
        return requirement
    }

    private func listKeys(_ list: String) -> [ProfileKey] {
        guard case .list(let keys)? = area.profileKey(list)?.kind else { return [] }
        return keys
    }

    /// The answers that many candidates share: choices and flags.
    private func answers(
        _ profile: [String: ProfileValue],
        to keys: [ProfileKey]
    ) -> [String: ProfileValue] {
        var shown: [String: ProfileValue] = [:]
        for key in keys {
            guard let value = profile[key.key] else { continue }
            if case .list(let inner) = key.kind, case .list(let entries) = value {
                shown[key.key] = .list(entries.map { answers($0, to: inner) })
            } else if key.isOfFewAnswers {
                shown[key.key] = value
            }
        }
        return shown
    }
}

extension ProfileKey {
    /// Whether the answers are given by the area, so that none can be a person's own.
    fileprivate var isOfFewAnswers: Bool {
        switch kind {
        case .choice, .flag: true
        case .date, .text, .list: false
        }
    }
}
