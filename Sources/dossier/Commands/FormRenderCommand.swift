import ArgumentParser
import FormFilling
import FormLayout
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier form render`: a form as a PDF, blank or filled.
struct FormRenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Print a form into a PDF, blank or filled.",
        discussion: """
            Without --data the form is blank. Data are a YAML, JSON, JSON lines or CSV file, or a \
            candidate's folder, of which whatever it does not tell stays blank; several records make \
            several sheets. With --fillable it can be filled in with a PDF reader; with --grid it shows \
            a ruler in millimetres and the fields' ids, for authors of templates. -o FILE.png makes a \
            picture of the first page (by pdftoppm). With --key the code is an office's seal, for the \
            candidate whose folder --data names.
            Exit code 2 if the data have errors; nothing is made then.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The form's id, or a template's file (.yaml).") var form: String
    @Option(name: .shortAndLong, help: "The PDF (or .png) to make.", completion: .file())
    var output: String
    @Option(help: "The answers: a file, or a candidate's folder.", completion: .file())
    var data: String?
    @Flag(help: "Leave the form blank (as without --data).") var blank = false
    @Option(help: "The exam year, which decides the title (else the newest title).")
    var year: Int?
    @Flag(help: "Print each copy that is handed in, counted.") var copies = false
    @Flag(help: "Make a form to fill in with a PDF reader.") var fillable = false
    @Flag(help: "Show a millimetre grid and the fields' ids.") var grid = false
    @Flag(help: "Print although the data have errors.") var allowFindings = false
    @Option(help: "The date of making (else SOURCE_DATE_EPOCH, else today in China).")
    var date: String?
    @OptionGroup var keys: KeyOptions
    @Flag(help: "Replace a file that exists.") var force = false

    func validate() throws {
        guard !(fillable && grid) else {
            throw ValidationError("--fillable and --grid exclude each other.")
        }
        guard !(blank && data != nil) else {
            throw ValidationError("--blank and --data exclude each other.")
        }
        guard !(copies && (fillable || grid)) else {
            throw ValidationError("--copies is for paper.")
        }
        guard keys.key == nil || (data != nil && !fillable && !grid) else {
            throw ValidationError("--key seals what --data says of a candidate, on paper.")
        }
        if let date, IssueDate(date) == nil {
            throw ValidationError("--date takes a day such as 2026-01-15.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let file = try catalog.formFile(form)
            let report = FormFaultReport(console: console, texts: try catalog.formTexts())
            let (sheets, dataYear) = try answers(to: file.template, catalog, report)
            let purpose: FormCompositor.Purpose = fillable ? .screen : grid ? .author : .paper
            let printer = try FormPrinter(
                file.template,
                hash: ContentHash.of(file.bytes),
                catalog: catalog,
                fonts: DossierFonts(catalog.fonts(home: Environment.value("HOME"))),
                options: FormPrinter.Options(
                    layout: FormCompositor.Options(year: year ?? dataYear, purpose: purpose),
                    copies: copies ? file.template.copies : 1,
                    date: IssueDay.given(date),
                    toolVersion: Dossier.version,
                    sealing: try await sealing(catalog, console)
                )
            )
            let forms = try printed(sheets, by: printer, catalog)
            report.tell(forms, of: file.template, at: output)
        }
    }

    /// What makes the codes seals, if a key is named.
    private func sealing(
        _ catalog: TemplateCatalog,
        _ console: Console
    ) async throws -> FormSealing? {
        guard let data, let key = try keys.signingKey(console) else { return nil }
        let day = try IssueDay.given(date)
        let review = try await FolderReview(
            at: data,
            catalog: catalog,
            day: day,
            jobs: Environment.processors
        )
        return try FormSealing(review, key: key, date: day, catalog: catalog)
    }

    /// The answers for each sheet; ends with 2 where they have errors.
    private func answers(
        to template: FormTemplate,
        _ catalog: TemplateCatalog,
        _ report: FormFaultReport
    ) throws -> ([FormAnswers], year: Int?) {
        guard let data else { return ([[:]], nil) }
        let source = FormData(path: data, template: template)
        let (sheets, year) = try report.telling { try source.sheets(catalog) }
        let faults = sheets.flatMap(\.faults)
        report.show(faults, hidesMissing: source.isForThePen)
        let isRefused = faults.contains { fault in
            fault.severity == .error && !(source.isForThePen && fault.code == .required)
        }
        if isRefused, !allowFindings {
            report.close(made: nil)
            throw ExitCode.findings
        }
        return (sheets.map(\.answers), year)
    }

    private func printed(
        _ sheets: [FormAnswers],
        by printer: FormPrinter,
        _ catalog: TemplateCatalog
    ) throws -> [FormPages] {
        guard output.lowercased().hasSuffix(".png") else {
            return try printer.print(sheets, to: output, replaces: force)
        }
        return try PagePicture(path: output, replaces: force).make { path in
            try printer.print(sheets, to: path, replaces: true)
        }
    }
}

extension TemplateCatalog {
    /// A form of the catalog by its id, or a template that lies somewhere.
    func formFile(_ name: String) throws -> FormFile {
        guard name.hasSuffix(".yaml") || name.contains("/") else { return try form(name) }
        let bytes = try TemplateFile.bytes(of: name)
        return FormFile(template: try FormTemplate(bytes: bytes, file: name), bytes: bytes)
    }
}
