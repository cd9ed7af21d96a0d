import Archiving
import ArgumentParser
import Glibc
import Packaging
import Sealing
import TemplateCatalog
import Verification

/// `dossier verify`: is it whole, whose is it, is it in force.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify an archive, as a zip file or as an unpacked folder; writes nothing.",
        discussion: """
            Reports integrity (bytes), issuer (whose key) and status (in force) apart. Not yet: a \
            dossier's PDF alone, scans of its pages, and the text of a code.
            Exit code 2 if anything failed.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The archive: a zip file or an unpacked folder.", completion: .file())
    var thing: String
    @Option(help: "The offices' keys that you trust (a JWKS file).", completion: .file())
    var trust: String?
    @Option(help: "Verify as of this day, YYYY-MM-DD (else today).") var asOf: String?

    func validate() throws {
        if let asOf, IssueDate(asOf) == nil {
            throw ValidationError("--as-of takes a day such as 2026-01-15.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let console = Console(common, catalog: try? common.catalog())
            let trusted = try trust.map { try TrustedKeys(parsing: KeyFile.read($0)) }
            let day = asOf.flatMap(IssueDate.init)?.daysSince1970 ?? Self.today
            let report = try ArchiveVerifier(trusted: trusted, day: day).verify(thing)
            if common.json { try console.print(json: report.json) }
            VerificationText(report: report, console: console).printText()
            if !report.isAccepted { throw ExitCode.findings }
        }
    }

    /// Today in China, as seals are dated there: in London it may still be yesterday.
    private static var today: Int {
        let now = time(nil)
        return IssueDate(secondsSince1970: now)?.daysSince1970 ?? now / 86_400
    }
}
