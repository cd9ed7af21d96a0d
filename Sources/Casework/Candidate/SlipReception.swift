import CaseLog
public import Packaging
public import Registration
import Review
import Sealing
public import Verification

/// Applies an office's slip to a candidate's folder: what it decided goes into the log of the case.
public struct SlipReception: Sendable {
    /// Where the case stands once a slip is applied.
    public struct Received: Sendable {
        /// The case.
        public let standing: Case
        /// How many events were new; none if the slip was applied before.
        public let newEvents: Int
    }

    private let context: VerificationContext

    /// Prepares to apply slips that these keys vouch for.
    public init(_ context: VerificationContext) { self.context = context }

    /// Applies a slip.
    ///
    /// - Parameters:
    ///   - slip: The slip.
    ///   - review: The candidate's folder.
    /// - Returns: Where the case stands then.
    /// - Throws: `CaseworkError` with why the slip is not for this case, or not to be believed;
    ///   `LogError`, `SlipError`. The folder is then as it was.
    public func apply(_ slip: ReturnSlip, to review: FolderReview) throws -> Received {
        let folder = CaseFolder(of: review.folder.path)
        guard folder.hasLog else { throw CaseworkError(.noCase) }
        let caseID = DossierID(manifest: .of(try folder.manifest(ofRevision: 1)))
        guard slip.content.caseID == caseID else {
            throw CaseworkError(.otherCase, "\(slip.content.caseID)")
        }
        try checkIssuer(of: slip)
        let entries = try entries(of: slip)
        var log = try LogFile(in: folder.path, rules: review.area.caseRules)
        let count: Int
        do {
            // The slip first: were it lost, nobody could show why the log says what it says.
            if let last = entries.last {
                try folder.keep(slip: slip.canonicalBytes(), upTo: last.seq)
            }
            count = try log.append(received: entries)
        } catch let error as LogError where [.forked, .gap].contains(error.code) {
            let line = error.line.map(String.init) ?? ""
            throw CaseworkError(error.code == .gap ? .gap : .forked, line)
        } catch let error as LogError where error.refusal != nil {
            throw CaseworkError(.refused, refusal: error.refusal)
        }
        return Received(standing: log.standing, newEvents: count)
    }

    private func checkIssuer(of slip: ReturnSlip) throws(CaseworkError) {
        let report = SlipCheck(context).report(on: slip)
        guard !report.isTrusted else { return }
        let step = report.steps.first { $0.outcome == .failed || $0.outcome == .absent }
        throw CaseworkError(.untrusted, "\(slip.seal.keyID)", reason: step?.code ?? "")
    }

    /// The lines that the slip brings, each signed by a key that is trusted.
    private func entries(of slip: ReturnSlip) throws(CaseworkError) -> [LogEntry] {
        var entries: [LogEntry] = []
        for line in slip.content.lines {
            let number = "\(entries.count + 1)"
            guard let entry = LogEntry(line: Array(line.utf8)), entry.seal != nil else {
                throw CaseworkError(.badLine, number)
            }
            let exam = slip.content.exam
            guard
                context.trust?.keys.signer(of: entry, area: exam.area, year: exam.year) != nil
            else { throw CaseworkError(.badLine, number) }
            entries.append(entry)
        }
        return entries
    }
}
