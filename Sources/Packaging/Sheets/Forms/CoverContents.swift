import FormLayout

/// What the cover of a dossier tells (案卷封面).
struct CoverContents: Hashable, Sendable {
    /// What the check found, by weight.
    struct Findings: Hashable, Sendable {
        var errors = 0
        var warnings = 0
    }

    /// A volume of several.
    struct Volume: Hashable, Sendable {
        var number: Int
        var count: Int
    }

    /// What is known of the candidate, by the keys of the profile and those of the program: a template may show
    /// any of it.
    var values: [String: String]
    /// The exam area with its year.
    var area: String
    /// The archive's id, and the day of making as YYYY-MM-DD.
    var archive: String
    var made: String
    /// Which volume it is; nil if there is one.
    var volume: Volume?
    /// The numbers of materials, of pictures, of those that were repaired, and of pages.
    var materials: Int
    var pictures: Int
    var repaired = 0
    var pages: Int
    var findings = Findings()
    /// Whether it is a copy for outside eyes.
    var isMasked = false
    /// The id of the key that signed the codes; nil if they only show that nothing changed.
    var key: String?
    /// The version of the program.
    var version: String

    /// Of what is not so the answer is empty, so that a template can ask.
    var answers: FormAnswers {
        var answers = values.mapValues { FormAnswer.text($0) }
        func number(_ count: Int) -> FormAnswer { .text("\(count)") }
        func positive(_ count: Int) -> FormAnswer { .text(count > 0 ? "\(count)" : "") }
        let own: FormAnswers = [
            "area": .text(area), "archive": .text(archive), "made": .text(made),
            "volume": positive(volume?.number ?? 0), "volumes": positive(volume?.count ?? 0),
            "materialCount": number(materials), "pictureCount": number(pictures),
            "repairedCount": positive(repaired), "pageCount": number(pages),
            "findingCount": positive(findings.errors + findings.warnings),
            "errorCount": number(findings.errors), "warningCount": number(findings.warnings),
            "masked": positive(isMasked ? 1 : 0), "key": .text(key ?? ""),
            "version": .text(version),
        ]
        answers.merge(own) { _, own in own }
        return answers
    }
}
