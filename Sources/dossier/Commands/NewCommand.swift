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
            On a terminal it asks for the area and the circumstances; otherwise they come from flags, \
            and what is not given stays open in candidate.yaml.
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

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let asks = isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0 && !common.json
            let interview = Interview(console: console, asks: asks)
            let area = try catalog.area(try areaID(catalog, interview)).area
            var answers = try given(for: area)
            interview.complete(&answers, for: area)
            let scaffold = CandidateScaffold(
                area: area,
                text: CandidateFile.scaffold(area: area, answers: answers),
                profile: answers
            )
            try scaffold.write(to: folder)
            if common.json {
                try console.print(
                    json: ["folder": .string(folder), "area": .string(area.id)])
            }
            console.say(console.text("new.done", ["folder": folder]))
        }
    }

    private func areaID(_ catalog: TemplateCatalog, _ interview: Interview) throws -> String {
        if let area { return area }
        let ids = try catalog.areaIDs()
        if let answer = interview.choose("new.area", among: ids) { return answer }
        throw ValidationError("Give --area; one of: \(ids.joined(separator: ", "))")
    }

    /// The answers given by flags.
    private func given(for area: Area) throws -> [String: ProfileValue] {
        var answers: [String: ProfileValue] = [:]
        if let name { answers["name"] = .text(name) }
        if let idNumber { answers["idNumber"] = .text(idNumber) }
        for pair in set {
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
            guard let value = question.value(from: String(pair[pair.index(after: equals)...]))
            else { throw ValidationError("\(key) takes: \(question.answers)") }
            answers[key] = value
        }
        return answers
    }
}
