import Archiving
import ArgumentParser
import Casework
import Glibc
import Packaging
import Sealing
import TemplateCatalog
import Verification

/// `dossier verify`: is it whole, whose is it, is it in force.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify an archive, a PDF, scans of pages, a slip, or a code; writes nothing.",
        discussion: """
            Reports integrity (bytes), issuer (whose key) and status (in force) apart, and says what was \
            proven and what was not. Several pictures are taken for pages of one dossier. A thing that is \
            no file is read as the text of a code (DS0:..., DS1:...) or as a dossier's id; - reads that \
            text from standard input.
            With --against, says what changed from the other dossier, or whether pages belong to it.
            Exit code 2 if anything failed, 1 if something could not be looked at.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(
        help: "Archives, unpacked bags, PDFs, pictures of pages, texts of codes, ids.",
        completion: .file()
    )
    var things: [String]
    @Option(help: "An archive or PDF to hold the rest against.", completion: .file())
    var against: String?
    @OptionGroup var lists: TrustOptions
    @Flag(help: "Look into the PDF of an archive too, page by page.") var deep = false
    @Option(help: "Verify as of this day, YYYY-MM-DD (else today).") var asOf: String?

    func validate() throws {
        if let asOf, IssueDate(asOf) == nil {
            throw ValidationError("--as-of takes a day such as 2026-01-15.")
        }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let console = Console(common, catalog: try? common.catalog())
            let day = asOf.flatMap(IssueDate.init)?.daysSince1970 ?? Self.today
            let names = try things.map { $0 == "-" ? try Self.standardInput() : $0 }
            let context = try lists.context(day: day)
            if names.count == 1, against == nil, let slip = Self.slip(at: names[0]) {
                return try verify(slip, named: names[0], context, console)
            }
            let result = try Verifier(context)
                .verify(names, against: against, isDeep: deep)
            let text = VerificationText(console: console)
            if common.json { try console.print(json: text.json(of: result)) }
            text.print(result)
            if !result.isAccepted { throw ExitCode.findings }
        }
    }

    /// The slip that a file is or carries; nil for everything else.
    private static func slip(at path: String) -> ReturnSlip? {
        let name = path.lowercased()
        guard name.hasSuffix(".json") || name.hasSuffix(".pdf") else { return nil }
        return try? ReturnSlip(readingFileAt: path)
    }

    private func verify(
        _ slip: ReturnSlip,
        named name: String,
        _ context: VerificationContext,
        _ console: Console
    ) throws {
        let report = SlipCheck(context).report(on: slip)
        let text = VerificationText(console: console)
        if common.json { try console.print(json: text.json(of: report, on: slip)) }
        text.print(report, on: slip, named: name)
        if report.steps.contains(where: { $0.outcome == .failed }) { throw ExitCode.findings }
    }

    /// The text of a code or an id, as a scanner at the counter types it.
    private static func standardInput() throws -> String {
        var text: [UInt8] = []
        while text.count < 8192, let line = readLine(strippingNewline: false) { text += line.utf8 }
        return String(decoding: text, as: UTF8.self)
    }

    /// Today in China, as seals are dated there: in London it may still be yesterday.
    private static var today: Int {
        let now = time(nil)
        return IssueDate(secondsSince1970: now)?.daysSince1970 ?? now / 86_400
    }
}
