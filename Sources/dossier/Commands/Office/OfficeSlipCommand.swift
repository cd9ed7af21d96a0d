import Archiving
import ArgumentParser
import Casework
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier office slip`: what was decided, sealed for the candidate.
struct OfficeSlipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slip",
        abstract: "Make the sealed slip that tells the candidate what was decided.",
        discussion: """
            -o SLIP.pdf makes a page to print (退回通知单), with a code and the slip inside; -o SLIP.json \
            the slip alone. The candidate applies either with receive.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @Argument(help: "The id of the case, or the beginning of it.") var id: String
    @Option(name: .shortAndLong, help: "The file to make, .pdf or .json.", completion: .file())
    var output: String
    @Option(help: "The last day to answer, 2026-03-01.") var answerBy: String?
    @OptionGroup var keys: KeyOptions
    @Flag(help: "Replace a file that exists.") var force = false

    func validate() throws {
        guard keys.key != nil else { throw ValidationError("Give the office's key: --key FILE.") }
        if let answerBy, IssueDate(answerBy) == nil {
            throw ValidationError("--answer-by takes a day such as 2026-03-01.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            guard let key = try keys.signingKey(console) else { return }
            let issue = try SlipIssue(options.desk(), catalog: catalog)
            let slip: ReturnSlip
            do {
                slip = try issue.slip(
                    on: id,
                    answerBy: answerBy.flatMap(IssueDate.init)?.daysSince1970,
                    sealedBy: key
                )
            } catch let error as CaseworkError {
                try console.refuse(error, code: error.code.rawValue)
                throw ExitCode.findings
            }
            try write(slip, key, catalog)
            if common.json {
                try console.print(
                    json: [
                        "path": .string(output), "case": .string("\(slip.content.caseID)"),
                        "decision": .string(slip.content.outcome.decision.rawValue),
                    ]
                )
            }
            console.say(
                console.text(
                    "office.slip.done",
                    [
                        "path": output,
                        "decision": console.text(
                            "slip.\(slip.content.outcome.decision.rawValue)"
                        ),
                    ]
                )
            )
        }
    }

    private func write(
        _ slip: ReturnSlip,
        _ key: SigningKey,
        _ catalog: TemplateCatalog
    ) throws {
        guard output.lowercased().hasSuffix(".pdf") else {
            let file = try TemporaryFile(beside: output)
            try file.write(slip.canonicalBytes())
            return try file.publish(replacing: force)
        }
        let fonts = try DossierFonts(catalog.fonts(home: Environment.value("HOME")))
        try SlipPrinter(catalog: catalog, fonts: fonts, toolVersion: Dossier.version)
            .print(slip, sealedBy: key, to: output, replaces: force)
    }
}
