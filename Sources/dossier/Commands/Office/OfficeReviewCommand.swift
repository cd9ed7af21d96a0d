import ArgumentParser
import CaseRegister
import Casework
import Registration
import Review
import Sealing
import TemplateCatalog

/// `dossier office review`: a decision, signed and recorded.
struct OfficeReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Decide on a case: return pictures with reasons, accept, or reject.",
        discussion: """
            --return MATERIAL/PICTURE or --return MATERIAL, each with its --reason and --note in the same \
            order; a single --reason serves all. The reasons are listed by --reasons.
            --seen VERSION (see show) makes sure that nobody decided since you looked.
            Exit code 2 if the case does not allow it, or somebody else came first; nothing is lost then.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @Argument(help: "The id of the case, or the beginning of it.") var id: String?
    @Option(name: .customLong("return"), help: "What to replace: MATERIAL/PICTURE or MATERIAL.")
    var returns: [String] = []
    @Option(help: "The code of a reason.") var reason: [String] = []
    @Option(help: "The reviewer's own words.") var note: [String] = []
    @Flag(help: "Accept it.") var accept = false
    @Flag(help: "Reject it; give a --reason.") var reject = false
    @Flag(help: "List the reasons that can be given.") var reasons = false
    @Option(help: "Who decides (else USER).") var reviewer: String?
    @Option(help: "The version that you saw.") var seen: Int?
    @OptionGroup var keys: KeyOptions

    func validate() throws {
        guard !reasons else { return }
        guard id != nil else { throw ValidationError("Name the case.") }
        guard [!returns.isEmpty, accept, reject].count(where: { $0 }) == 1 else {
            throw ValidationError("Give one of --return, --accept and --reject.")
        }
        guard keys.key != nil else { throw ValidationError("Give the office's key: --key FILE.") }
        let isEnough = reason.count == 1 || reason.count == returns.count
        if !returns.isEmpty, !isEnough {
            throw ValidationError("Give one --reason for all, or one for each --return.")
        }
        if !returns.isEmpty, note.count > 1, note.count != returns.count {
            throw ValidationError("Give one --note for all, or one for each --return.")
        }
        if reject, reason.count != 1 { throw ValidationError("--reject takes one --reason.") }
    }

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let known = try catalog.returnReasons()
            if reasons { return try ReasonList(reasons: known, console: console).print() }
            guard let key = try keys.signingKey(console), let id else { return }
            let desk = try options.desk()
            let found = try desk.register.show(id)
            let area = try catalog.area(found.summary.area).area
            do {
                let recording = try OfficeReview(desk, catalog: catalog, key: key).decide(
                    decision { name in area.materials(named: name).first?.id ?? name },
                    on: id,
                    expecting: seen,
                    reviewer: reviewer ?? Environment.value("USER") ?? "office",
                    at: Moment.given(nil)
                )
                if common.json {
                    try console.print(
                        json: [
                            "case": .string(found.summary.caseID),
                            "version": .integer(Int64(recording.version)),
                            "repeated": .bool(recording.isRepeat),
                        ]
                    )
                }
                console.say(
                    console.text(
                        recording.isRepeat ? "office.review.known" : "office.review.done",
                        ["id": found.summary.caseID, "version": "\(recording.version)"]
                    )
                )
            } catch let error as CaseworkError {
                try console.refuse(error, code: error.code.rawValue)
                throw ExitCode.findings
            } catch let error as RegisterError where error.isRefusal {
                let code = error.refusal?.code.rawValue ?? error.code.rawValue
                try console.refuse(error, code: code)
                for event in error.meanwhile {
                    console.note("  " + RegisteredCaseText.line(for: event, console))
                }
                throw ExitCode.findings
            }
        }
    }

    private func decision(_ material: (String) -> String) throws -> OfficeReview.Decision {
        if accept { return .accepted }
        if reject { return .rejected(reason: reason[0], note: note.first ?? "") }
        return .returned(
            try returns.enumerated().map { index, text in
                let parts = text.split(separator: "/", omittingEmptySubsequences: false)
                let place = parts.count > 1 ? parts.last.flatMap { Int($0) } : nil
                guard parts.count == 1 || place.map({ $0 > 0 }) ?? false else {
                    throw ValidationError("--return takes MATERIAL/PICTURE or MATERIAL: \(text)")
                }
                let name = place == nil ? text : parts.dropLast().joined(separator: "/")
                return ReturnedItem(
                    material: material(name),
                    place: place,
                    reason: reason.count == 1 ? reason[0] : reason[index],
                    note: note.count == 1 ? note[0] : note.isEmpty ? "" : note[index]
                )
            }
        )
    }
}
