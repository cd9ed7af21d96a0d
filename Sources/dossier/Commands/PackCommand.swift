import ArgumentParser
import Glibc
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier pack`: folders to sealed archives.
struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Pack a candidate's folder, or many, into one archive each.",
        discussion: """
            One folder and -o FILE.zip (or -o FILE.pdf with --pdf-only) makes that file. Many folders, \
            or -o FOLDER, makes FOLDER/<id>.zip for each and prints one JSON line a folder; a failure \
            of one never stops the others, and what is finished is skipped when it is run again.
            --profile submission --pdf-only OUT.pdf makes no dossier but what is uploaded where one PDF is \
            asked for: a picture a page, in the area's order, reduced as far as the limit demands and as \
            long as it stays legible.
            Exit code 2 if a folder had errors and was not packed; 1 if one could not be read.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidates' folders.", completion: .directory) var folders: [String]
    @Option(name: .shortAndLong, help: "The archive to make, or a folder for archives.")
    var output: String?
    @Option(help: "How many folders are packed at once.") var jobs: Int?
    @Option(help: "Date of issue, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else today in China).")
    var date: String?
    @OptionGroup var sealing: KeyOptions
    @OptionGroup var composing: CompositionOptions
    @Option(help: "Write the dossier's PDF alone to this file.") var pdfOnly: String?
    @Flag(help: "Pack although there are errors; they are listed in the dossier.")
    var allowFindings = false
    @Flag(help: "Replace an output that exists.") var force = false

    func validate() throws {
        guard (output == nil) != (pdfOnly == nil) else {
            throw ValidationError("Give either -o or --pdf-only.")
        }
        if pdfOnly != nil, folders.count > 1 {
            throw ValidationError("--pdf-only takes one folder.")
        }
        if composing.isSubmission, pdfOnly == nil || sealing.key != nil {
            throw ValidationError("--profile submission takes --pdf-only OUT.pdf and no key.")
        }
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
            let resources = try PackResources(catalog)
            if composing.isSubmission {
                return try await packSubmission(resources, catalog: catalog, console: console)
            }
            let options = PackOptions(
                date: try IssueDay.given(date),
                key: try sealing.signingKey(console),
                allowsFindings: allowFindings,
                replaces: force,
                toolVersion: Dossier.version,
                composition: try composing.composition(resources)
            )
            let fonts = try catalog.fonts(home: Environment.value("HOME"))
            if let target = singleTarget {
                try await packOne(
                    to: target,
                    resources,
                    fonts,
                    options,
                    catalog: catalog,
                    console: console
                )
            } else {
                try await packMany(resources, fonts, options, console: console)
            }
        }
    }

    /// The one file to make; nil if the output is a folder for many.
    private var singleTarget: PackTarget? {
        if let pdfOnly { return .pdf(pdfOnly) }
        guard let output, folders.count == 1,
            case .archive(let file) = OutputPlace.target(output)
        else { return nil }
        return .archive(file)
    }

    private func packOne(
        to target: PackTarget,
        _ resources: PackResources,
        _ fontCatalog: FontCatalog,
        _ options: PackOptions,
        catalog: TemplateCatalog,
        console: Console
    ) async throws {
        var review = try await FolderReview(
            at: folders[0],
            catalog: catalog,
            day: options.date,
            jobs: Environment.processors
        )
        let fonts = try DossierFonts(fontCatalog)
        review.add(GlyphCheck(fonts: fonts).findings(for: review))
        let outcome = try Packer(resources: resources, fonts: fonts, options: options)
            .pack(review, to: target)
        let report = FindingReport(
            review: review,
            findings: review.findings,
            texts: resources.findingTexts,
            console: console
        )
        switch outcome {
        case .packed(let archive):
            if common.json { try console.print(json: archive.json) }
            if review.count(of: .error) + review.count(of: .warning) > 0 { report.printText() }
            console.say(
                console.text(
                    archive.isSealed ? "pack.sealed" : "pack.done",
                    [
                        "path": archive.path, "id": archive.printedID,
                        "pages": "\(archive.pages)", "pictures": "\(archive.pictures)",
                    ]
                )
            )
            for rule in PictureMasking.Rule.allCases {
                guard let count = archive.masked[rule] else { continue }
                console.say(console.text("mask.\(rule.rawValue)", ["count": "\(count)"]))
            }
        case .refused:
            if common.json { try console.print(json: ["findings": report.json]) }
            report.printText()
            // Without name and number there is nobody to pack for, and no flag helps.
            let isOpen = !review.file.candidate.openKeys.isEmpty
            console.note(console.text(isOpen ? "pack.incomplete" : "pack.refused"))
            throw ExitCode.findings
        }
    }

    private func packMany(
        _ resources: PackResources,
        _ fonts: FontCatalog,
        _ options: PackOptions,
        console: Console
    ) async throws {
        let output = output ?? "."
        let progress = ProgressLine(total: folders.count, isShown: !common.quiet)
        let batch = try BatchPacker(
            resources: resources,
            fonts: fonts,
            options: options,
            output: output
        )
        var worst: Int32 = 0
        try await batch.pack(folders, jobs: jobs ?? Environment.processors) { result in
            progress.clear()
            try console.print(json: result.json { console.sentence(for: $0) })
            progress.advance()
            switch result.outcome {
            case .packed, .skipped: break
            case .refused: if worst == 0 { worst = 2 }
            case .failed: worst = 1
            }
        }
        progress.clear()
        if worst != 0 { throw ExitCode(worst) }
    }
}
