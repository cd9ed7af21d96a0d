import ArgumentParser
import FormFilling
import FormLayout
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier form batch`: a form for each row of a table.
struct FormBatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Print a form for each row of a CSV or JSON lines file.",
        discussion: """
            -o FOLDER makes a PDF of each row; a bad row is told by row and column and never stops the \
            others, and what is finished is kept when it is run again. -o FILE.pdf makes one file of all.
            Columns are named by the fields' ids or labels. Files are named {form}-{row:5}.pdf unless \
            --name says otherwise; it may use {row}, {row:5}, {form} and the ids of fields.
            Exit code 2 if a row had errors; 1 if the data cannot be read or nothing can be written.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The form's id, or a template's file (.yaml).") var form: String
    @Option(help: "The rows: CSV, TSV, JSON lines, or JSON.", completion: .file()) var data: String
    @Option(name: .shortAndLong, help: "A folder for the PDFs, or one PDF for all.")
    var output: String
    @Option(help: "How the files are named.") var name: String?
    @Option(help: "How many are drawn at once.") var jobs: Int?
    @Option(help: "The exam year, which decides the title (else the newest title).")
    var year: Int?
    @Flag(help: "Let columns be that no field takes.") var ignoreUnknown = false
    @Option(help: "The date of making (else SOURCE_DATE_EPOCH, else today in China).")
    var date: String?
    @Flag(help: "Make files again that stand already, and replace others.") var force = false

    func validate() throws {
        if let jobs, !(1...64).contains(jobs) {
            throw ValidationError("--jobs takes a number from 1 to 64.")
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
            let options = FormPrinter.Options(
                layout: FormCompositor.Options(year: year),
                date: try IssueDay.given(date),
                toolVersion: Dossier.version
            )
            let press = FormPress(
                file: file,
                catalog: catalog,
                fonts: try catalog.fonts(home: Environment.value("HOME")),
                options: options
            )
            let isFine =
                if output.lowercased().hasSuffix(".pdf") {
                    try allInOne(press, report, console)
                } else {
                    try await each(press, report, console)
                }
            if !isFine { throw ExitCode.findings }
        }
    }

    private func source(_ template: FormTemplate) -> FormData {
        FormData(path: data, template: template, ignoresUnknown: ignoreUnknown)
    }

    private func each(
        _ press: FormPress,
        _ report: FormFaultReport,
        _ console: Console
    ) async throws -> Bool {
        let template = press.file.template
        let records = try source(template).records()
        let names = try report.telling {
            try name.map { try FileNamePattern($0, template: template) } ?? .nameless
        }
        let plan = BatchPlan(
            template: template,
            fingerprint: try press.fingerprint(),
            output: output,
            names: names,
            jobs: jobs ?? Environment.processors,
            replaces: force
        )
        let count = CountLine(isShown: !common.quiet && !common.json)
        let summary = try await batch(plan, records, press) { result in
            count.clear()
            report.show(result)
            count.advance()
        }
        count.clear()
        report.tell(summary, at: output)
        return summary.failed == 0
    }

    private func batch(
        _ plan: BatchPlan,
        _ records: sending any FormRecordSource,
        _ press: FormPress,
        _ report: (BatchResult) throws -> Void
    ) async throws -> BatchSummary {
        try await plan.run(
            records,
            drawing: {
                let printer = try press.printer()
                return { sheet, output in
                    try printer.write([(sheet.answers, sheet.answersHash)]) { try output.write($0) }
                }
            },
            report: report
        )
    }

    private func allInOne(
        _ press: FormPress,
        _ report: FormFaultReport,
        _ console: Console
    ) throws -> Bool {
        let catalog = press.catalog
        let sheets = try report.telling {
            try source(press.file.template).sheets(catalog).sheets
        }
        report.show(sheets.flatMap(\.faults))
        let good = sheets.filter(\.isUsable)
        guard !good.isEmpty else {
            report.close(made: nil)
            return sheets.isEmpty
        }
        let forms = try press.printer().print(
            good.map(\.answers),
            to: output,
            replaces: force
        )
        report.tell(forms, of: press.file.template, at: output)
        return good.count == sheets.count
    }
}

/// Makes printers of one form, one for each worker.
struct FormPress: Sendable {
    let file: TemplateCatalog.FormFile
    let catalog: TemplateCatalog
    let fonts: FontCatalog
    let options: FormPrinter.Options

    /// A printer with fonts of its own.
    func printer() throws -> FormPrinter {
        try FormPrinter(
            file.template,
            hash: ContentHash.of(file.bytes),
            catalog: catalog,
            fonts: DossierFonts(fonts),
            options: options
        )
    }

    /// A hash that changes when anything but the answers changes that shows in a form.
    func fingerprint() throws -> ContentHash {
        var bytes = ContentHash.of(file.bytes).bytes
        for name in ["Sheets/form.yaml", "Fonts/fonts.yaml", "Colour/sRGB.icc"] {
            bytes += ContentHash.of(try catalog.bytes(of: name)).bytes
        }
        bytes += "\(options.layout.year ?? 0) \(options.date) \(options.toolVersion)".utf8
        return ContentHash.of(bytes)
    }
}
