import ArgumentParser
import Packaging
import Sealing
import TemplateCatalog

/// `dossier checklist`: what is needed, what is not, what cannot be told, and why.
struct ChecklistCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: "Say which materials this candidate needs in this area, and why.",
        discussion: """
            With --pdf it also makes a sheet to print, to tick and to sign, for candidate and office.
            Exit code 2 if something is missing or cannot be told.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's folder.", completion: .directory) var folder: String
    @Option(help: "Print the list as a sheet to tick into this PDF.", completion: .file())
    var pdf: String?
    @Option(help: "The date on the sheet (else SOURCE_DATE_EPOCH, else today in China).")
    var date: String?
    @Flag(help: "Replace a PDF that exists.") var force = false

    func validate() throws {
        guard pdf != nil || date == nil && !force else {
            throw ValidationError("--date and --force belong to --pdf.")
        }
        if let date, IssueDate(date) == nil {
            throw ValidationError("--date takes a day such as 2026-01-15.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let list = try CandidateChecklist(at: folder, catalog: catalog)
            let pages = try pdf.map { try printed(list, to: $0, catalog) }
            if common.json { try console.print(json: json(list, pages, console)) }
            let wording = ConditionWording(
                area: list.area,
                messages: try catalog.messageTexts(),
                language: console.language
            )
            ChecklistReport(list: list, wording: wording, console: console).printText()
            if let pdf, let pages {
                console.say(console.text("checklist.pdf", ["path": pdf, "pages": "\(pages)"]))
            }
            if !list.isComplete { throw ExitCode.findings }
        }
    }

    /// Makes the sheet; the number of its pages.
    private func printed(
        _ list: CandidateChecklist,
        to path: String,
        _ catalog: TemplateCatalog
    ) throws -> Int {
        let fonts = try DossierFonts(catalog.fonts(home: Environment.value("HOME")))
        return try ChecklistPrinter(catalog, fonts: fonts).print(
            list,
            to: path,
            options: PackOptions(
                date: IssueDay.given(date),
                replaces: force,
                toolVersion: Dossier.version
            )
        )
    }

    private func json(
        _ list: CandidateChecklist,
        _ pages: Int?,
        _ console: Console
    ) -> JSONValue {
        guard case .object(var value) = list.json(in: console.language) else { return .null }
        if let pdf, let pages {
            value["pdf"] = ["path": .string(pdf), "pages": .integer(Int64(pages))]
        }
        return .object(value)
    }
}
