public import ArgumentParser
import Glibc
public import Packaging
import Registration
import TemplateCatalog

/// `dossier print-set`: many archives to one print job.
struct PrintSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print-set",
        abstract: "Put many archives into one PDF to print, with a control list.",
        discussion: """
            The job begins with a list of all archives, with the page on which each begins and the totals. \
            Each archive stands behind a sheet whose code names it, so that a stack of scans is parted \
            again, and its pages are those of the archive: the same numbers, the same codes.
            Each archive is verified first; one that is not whole is left out and named on the list with \
            the reason, and the others are printed. A candidate's folder is packed as `dossier pack` packs \
            it on the same day. An archive that is named twice is printed once.
            @FILE stands for the names in that file, one on a line, as --from FILE does.
            Exit code 2 if something was left out; 1 if nothing could be printed.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(
        help: "Archives (zip), unpacked bags, candidates' folders, or @FILE with their names.",
        completion: .file()
    )
    var things: [String] = []
    @Option(name: .shortAndLong, help: "The PDF to make.", completion: .file(extensions: ["pdf"]))
    var output: String
    @Option(
        help: ArgumentHelp(
            "A file with the names of more archives, one on a line.",
            valueName: "file"
        ),
        completion: .file()
    )
    var from: [String] = []
    @Option(help: "The order of the archives: given, id, name, or area (then by name).")
    var order: PrintJobOptions.Order = .given
    @Flag(help: "Print no sheet before each archive.") var noSeparators = false
    @Flag(help: "For both sides of the paper: whatever must begins on a front page.")
    var duplex = false
    @Option(help: "Print covers for the bags of materials: before each archive, or all at the end.")
    var bags: PrintJobOptions.Bags?
    @Option(help: "A line for the head of the control list.") var title = ""
    @Option(help: "The day of printing, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else today in China).")
    var date: String?
    @Flag(help: "Pack candidates' folders although they have errors.") var allowFindings = false
    @Flag(help: "Replace an output that exists.") var force = false

    func validate() throws {
        if things.isEmpty, from.isEmpty {
            throw ValidationError("Name archives, or a file that names them (--from).")
        }
        if let date, IssueDate(date) == nil {
            throw ValidationError("--date takes a day such as 2026-01-15.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            guard force || access(output, F_OK) != 0 else {
                throw PackagingError(.outputExists, output)
            }
            let names = try PrintSetNames(things: things, lists: from).names
            let job = PrintJob(
                resources: try PackResources(catalog),
                fonts: try DossierFonts(catalog.fonts(home: Environment.value("HOME"))),
                options: PrintJobOptions(
                    title: title,
                    date: try IssueDay.given(date),
                    order: order,
                    hasSeparators: !noSeparators,
                    isDuplex: duplex,
                    bags: bags,
                    replaces: force,
                    toolVersion: Dossier.version
                )
            )
            let intake = PrintSetIntake(job: job, common: common, catalog: catalog)
            // Each is looked at, and then printed.
            let progress = ProgressLine(total: 2 * names.count, isShown: !common.quiet)
            var added = 0
            for name in names {
                let outcome = try await intake.take(
                    name,
                    allowsFindings: allowFindings,
                    besides: output
                )
                if case .added = outcome { added += 1 }
                if outcome.isTold { progress.clear() }
                intake.tell(outcome, of: name)
                progress.advance()
            }
            let printed = try job.print(to: output) { progress.advance() }
            progress.clear()
            try show(printed, console)
        }
    }

    private func show(_ job: PrintedJob, _ console: Console) throws {
        if common.json { try console.print(json: job.json) }
        console.say(
            console.text(
                "print-set.done",
                [
                    "path": job.path, "archives": "\(job.archives.count)",
                    "pages": "\(job.pages)", "sheets": "\(job.sheets)",
                ]
            )
        )
        guard job.leftOut.isEmpty else {
            console.note(console.text("print-set.incomplete", ["count": "\(job.leftOut.count)"]))
            throw ExitCode.findings
        }
    }
}

extension PrintJobOptions.Order: ExpressibleByArgument {}
extension PrintJobOptions.Bags: ExpressibleByArgument {}
