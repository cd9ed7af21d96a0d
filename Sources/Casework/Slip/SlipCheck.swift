import Registration
import Sealing
public import Verification

/// Checks a slip by lists of keys and revocations, as archives are checked.
public struct SlipCheck: Sendable {
    private let context: VerificationContext

    /// Prepares to check slips.
    public init(_ context: VerificationContext) { self.context = context }

    /// Checks a slip that was read.
    ///
    /// - Returns: What was found, in the three questions.
    public func report(on slip: ReturnSlip) -> SlipReport {
        var report = SlipReport()
        let isRevoked = checkRevocation(of: slip, into: &report)
        if let trust = context.trust {
            checkSeal(of: slip, by: trust.keys, isRevoked: isRevoked, into: &report)
        } else {
            report.add(.integrity, "slip.unproven", .absent)
            report.add(.issuer, "issuer.no-trust-file", .absent, detail: "\(slip.seal.keyID)")
        }
        checkStatus(of: slip.content, into: &report)
        return report
    }

    /// Only its signature shows that a slip is whole, so whoever knows no key of it cannot tell.
    private func checkSeal(
        of slip: ReturnSlip,
        by keys: TrustedKeys,
        isRevoked: Bool,
        into report: inout SlipReport
    ) {
        let verdict = keys.verdict(
            on: slip.seal,
            over: slip.content.members,
            format: ReturnSlip.format,
            exam: slip.content.exam,
            day: slip.content.day
        )
        switch verdict {
        case .unknownKey: report.add(.integrity, "slip.unproven", .absent)
        case .badSignature: report.add(.integrity, "slip.changed", .failed)
        default: report.add(.integrity, "slip.whole", .passed)
        }
        switch verdict {
        case .trusted(let key):
            // Nobody shall read "trusted" beside "revoked".
            if isRevoked { return }
            report.issuer = key.name
            report.add(.issuer, "issuer.trusted", .passed, detail: key.name)
        case .unknownKey(let id):
            report.add(.issuer, "issuer.unknown-key", .failed, detail: "\(id)")
        case .badSignature(let id):
            report.add(.issuer, "issuer.bad-signature", .failed, detail: "\(id)")
        case .notForArea(let key):
            report.add(.issuer, "issuer.not-for-area", .failed, detail: key.name)
        case .notForYear(let key):
            report.add(.issuer, "issuer.not-for-year", .failed, detail: key.name)
        case .outsideValidity(let key):
            report.add(.issuer, "issuer.outside-validity", .failed, detail: key.name)
        }
    }

    /// A revoked key is refused whatever day the slip bears: its ledger is of sealed archives, not slips.
    private func checkRevocation(of slip: ReturnSlip, into report: inout SlipReport) -> Bool {
        let entries = context.revocations.filter { $0.covers(slip.content.exam) }
            .flatMap(\.list.keys).filter { $0.id == slip.seal.keyID }
        guard let entry = entries.first else { return false }
        report.add(
            .issuer,
            "issuer.revoked-key",
            .failed,
            detail: "\(entry.id)  \(entry.reason)"
        )
        return true
    }

    private func checkStatus(of content: SlipContent, into report: inout SlipReport) {
        let lists = context.revocations.filter { $0.covers(content.exam) }.map(\.list)
        if let entry = lists.flatMap(\.dossiers).first(where: { $0.id == content.dossierID }) {
            report.add(.status, "status.revoked", .failed, detail: entry.reason)
        }
        if content.day > context.day { report.add(.status, "status.not-yet-issued", .failed) }
        // The decision stands; that it is too late to answer is for the area to say.
        if let day = content.outcome.answerBy, context.day > day {
            report.add(.status, "slip.overdue", .warning, detail: "\(context.day - day)")
        }
        guard report.outcome(of: .status) != .failed else { return }
        report.add(.status, "status.in-force", .passed)
    }
}
