import ArgumentParser
import CaseRegister
import Casework
import Packaging
import Registration
import Sealing
import TemplateCatalog
import Verification

/// `dossier office diff`: what a resubmission changed, and nothing else.
struct OfficeDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what changed since the last submission, pictures side by side in a PDF.",
        discussion: """
            Compares the last revision with the one before it, or with --from REVISION. Without -o it \
            only says what changed.
            Exit code 2 if something that was asked for did not change.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @Argument(help: "The id of the case, or the beginning of it.") var id: String
    @Option(name: .shortAndLong, help: "The PDF to make.", completion: .file()) var output: String?
    @Option(
        help: ArgumentHelp(
            "The revision to compare with, else the one before the last.",
            valueName: "revision"
        )
    )
    var from: Int?
    @Flag(help: "Replace a file that exists.") var force = false

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let desk = try options.desk()
            let found = try desk.register.show(id)
            guard let last = found.revisions.last,
                let before = found.revisions.last(where: { revision in
                    from.map { $0 == revision.revision } ?? (revision.revision < last.revision)
                }), before.revision < last.revision
            else {
                console.note(console.text("office.diff.single"))
                throw ExitCode.findings
            }
            let difference = try CaseDifference(
                from: desk.path(of: before.archive),
                to: desk.path(of: last.archive),
                asked: found.asked(onRevision: before.revision)
            )
            let reasons = try catalog.returnReasons()
            if let output {
                let fonts = try DossierFonts(catalog.fonts(home: Environment.value("HOME")))
                try DifferencePrinter(
                    catalog: catalog,
                    fonts: fonts,
                    toolVersion: Dossier.version
                ).print(difference, to: output, replaces: force) { code in
                    reasons.returnReason(code)?.wording.title(in: .zh) ?? code
                }
            }
            try show(difference, console)
        }
    }

    private func show(_ difference: CaseDifference, _ console: Console) throws {
        if common.json { try console.print(json: difference.json) }
        for picture in difference.pictures {
            let names = [picture.before?.path, picture.after?.path].compactMap(\.self)
            let title = picture.after?.title ?? picture.before?.title ?? ""
            console.print(
                "  " + console.text("compare.\(picture.change.rawValue)") + "  \(title)  "
                    + names.joined(separator: " → ")
            )
        }
        console.say(
            "  " + console.text("compare.unchanged", ["count": "\(difference.unchanged)"])
        )
        for item in difference.unmet {
            let place = item.place.map { "/\($0)" } ?? ""
            console.print("✗ " + console.text("office.diff.unmet") + "  \(item.material)\(place)")
        }
        if let output { console.say(console.text("office.diff.done", ["path": output])) }
        if !difference.unmet.isEmpty { throw ExitCode.findings }
    }
}

extension RegisteredCase {
    /// What an office asked for when it returned a revision.
    fileprivate func asked(onRevision revision: Int) -> [ReturnedItem] {
        for event in events.reversed() {
            if case .returned(revision, let items) = event.event.action { return items }
        }
        return []
    }
}
