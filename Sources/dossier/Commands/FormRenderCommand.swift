import ArgumentParser
import FormFilling
import FormLayout
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier form render`: one form as a PDF, blank or filled.
struct FormRenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Print a form into a PDF, blank or filled.",
        discussion: """
            Without data the form is blank. With --fillable it can be filled in with a PDF reader; with \
            --grid it shows a ruler in millimetres and the fields' ids, for authors of templates.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The form's id, or a template's file.") var form: String
    @Option(name: .shortAndLong, help: "The PDF to make.", completion: .file()) var output: String
    @Option(help: "The answers: a JSON file.", completion: .file()) var data: String?
    @Option(help: "The exam year, which decides the title (else the newest title).")
    var year: Int?
    @Flag(help: "Make a form to fill in with a PDF reader.") var fillable = false
    @Flag(help: "Show a millimetre grid and the fields' ids.") var grid = false
    @Option(help: "The date of making (else SOURCE_DATE_EPOCH, else today in China).")
    var date: String?
    @Flag(help: "Replace a file that exists.") var force = false

    func validate() throws {
        guard !(fillable && grid) else {
            throw ValidationError("--fillable and --grid exclude each other.")
        }
        if let date, IssueDate(date) == nil {
            throw ValidationError("--date takes a day such as 2026-01-15.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let file = try catalog.form(form)
            let purpose: FormCompositor.Purpose = fillable ? .screen : grid ? .author : .paper
            let printer = try FormPrinter(
                file.template,
                hash: ContentHash.of(file.bytes),
                catalog: catalog,
                fonts: DossierFonts(catalog.fonts(home: Environment.value("HOME"))),
                options: FormPrinter.Options(
                    layout: FormCompositor.Options(year: year, purpose: purpose),
                    date: IssueDay.given(date),
                    toolVersion: Dossier.version
                )
            )
            var answers: [FormAnswers] = [[:]]
            if let data {
                let records = try JSONRecords.records(
                    of: TemplateFile.bytes(of: data),
                    template: file.template
                )
                let reader = try AnswerReader(file.template)
                let checked = records.map { reader.read($0) }
                for fault in checked.flatMap(\.faults) {
                    console.note(
                        fault.sentence(in: console.language, texts: try catalog.messageTexts())
                    )
                }
                answers = checked.map(\.answers)
            }
            let forms = try printer.print(answers, to: output, replaces: force)
            console.say("\(output) \(forms.count)")
        }
    }
}
