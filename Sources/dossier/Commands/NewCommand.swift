import ArgumentParser
import Glibc
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// `dossier new`: a folder for a candidate, with the questions of the area to answer.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a candidate's folder with candidate.yaml and a folder for each material.",
        discussion: """
            On a terminal it asks for the area and then only what some rule of the area still waits \
            for; otherwise the answers come from flags or a file, and what is not given stays open in \
            candidate.yaml. A file may be for another area: what both ask about is taken over.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The folder to make.", completion: .directory) var folder: String
    @Option(help: "The exam area, such as hubei-2025.") var area: String?
    @Option(help: "The candidate's name.") var name: String?
    @Option(help: "The number of the identity document.") var idNumber: String?
    @Option(
        help: "A circumstance as key=value, such as level=执业医师; may be given several times."
    )
    var set: [String] = []
    @Option(
        help: ArgumentHelp(
            "Take the answers of this candidate.yaml (- for standard input).",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml"])
    )
    var from: String?

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let asks = isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0 && !common.json
            let interview = Interview(console: console, asks: asks)
            let area = try catalog.area(try areaID(catalog, interview)).area
            var answers = try given(for: area, catalog, console)
            interview.complete(&answers, for: area)
            let scaffold = CandidateScaffold(
                area: area,
                text: CandidateFile.scaffold(area: area, answers: answers),
                profile: answers.profile
            )
            try scaffold.write(to: folder)
            report(area, answers, on: console)
            if common.json {
                try console.print(
                    json: [
                        "folder": .string(folder), "area": .string(area.id),
                        "open": .array(
                            area.openQuestions(for: answers.profile).map {
                                .string($0.path.description)
                            }
                        ),
                    ]
                )
            }
        }
    }

    private func areaID(_ catalog: TemplateCatalog, _ interview: Interview) throws -> String {
        if let area { return area }
        let ids = try catalog.areaIDs()
        if let answer = interview.choose("new.area", among: ids) { return answer }
        throw ValidationError("Give --area; one of: \(ids.joined(separator: ", "))")
    }

    /// The answers given by a file and by flags, which win.
    private func given(
        for area: Area,
        _ catalog: TemplateCatalog,
        _ console: Console
    ) throws -> CandidateAnswers {
        var answers = CandidateAnswers()
        if let from {
            let (file, own) =
                from == "-"
                ? try catalog.candidate(bytes: TemplateFile.standardInput())
                : try catalog.candidate(at: from)
            let taken = CandidateAnswers.taking(file, of: own.area, for: area)
            answers = taken.answers
            for fact in taken.refused {
                console.note(console.text("new.refused", ["key": fact.path.description]))
            }
        }
        if let name { answers.name = name }
        if let idNumber { answers.idNumber = idNumber }
        for pair in set {
            let (key, value) = try answer(pair, for: area)
            answers.profile[key] = value
        }
        try check(answers, for: area)
        return answers
    }

    private func answer(_ pair: String, for area: Area) throws -> (String, ProfileValue) {
        guard let equals = pair.firstIndex(of: "=") else {
            throw ValidationError("--set takes key=value.")
        }
        let key = String(pair[..<equals])
        guard let question = area.profileKey(key) else {
            throw ValidationError(
                "\(area.id) does not ask for \(key); it asks for: "
                    + area.vocabulary.map(\.key).joined(separator: ", ")
            )
        }
        guard let value = question.value(from: String(pair[pair.index(after: equals)...])) else {
            throw ValidationError("\(key) takes: \(question.answers)")
        }
        return (key, value)
    }

    /// Refuses a number that candidate.yaml would be refused for later, without repeating it.
    private func check(_ answers: CandidateAnswers, for area: Area) throws {
        guard let number = answers.idNumber, case .text(let kind)? = answers.profile["idKind"],
            let rule = area.idNumberRule(for: kind), !rule.allows(number)
        else { return }
        throw ValidationError("The identity number cannot be one of a \(kind); check every digit.")
    }

    /// Says what was made, what is needed, and what is still open.
    private func report(_ area: Area, _ answers: CandidateAnswers, on console: Console) {
        let requirements = area.requirements(for: answers.profile)
        let needed = requirements.filter(\.isRequired)
        let open = area.openQuestions(for: answers.profile)
        console.say(console.text("new.needed", ["count": "\(needed.count)"]))
        for requirement in needed { console.say("  \(requirement.material.title)") }
        if !open.isEmpty {
            let labels = open.map { console.language == .zh ? $0.key.label : $0.path.description }
            console.say(console.text("new.open", ["keys": labels.joined(separator: "、")]))
        }
        console.say(console.text("new.done", ["folder": folder]))
    }
}
