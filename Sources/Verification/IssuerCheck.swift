import Registration
import Sealing

/// Checks who made a seal and whether it is still in force, by lists of keys and revocations.
struct IssuerCheck {
    let context: VerificationContext

    private typealias Step = VerificationReport.Step
    private static let daysOfYear = 365

    /// Who names the keys to trust wants a seal: else to strip it would be to pass.
    var wantsSeal: Bool { context.trust != nil }

    /// Whether nothing speaks against a seal's signature; without trusted keys nothing can.
    func mayHaveSigned(_ seal: SealText) -> Bool {
        guard let keys = context.trust?.keys,
            case .badSignature = keys.verdict(on: seal, day: seal.payload.issued)
        else { return true }
        return false
    }

    /// Adds what is to be said of a seal, and, before the first, of the lists that it is judged by.
    ///
    /// - Parameters:
    ///   - seal: The seal.
    ///   - manifest: The hash of the manifest that the seal of an archive covers with everything
    ///     else; the other seals bear it themselves.
    ///   - report: What to add to.
    func check(
        _ seal: SealText,
        manifest: ContentHash?,
        into report: inout VerificationReport
    ) {
        checkLists(for: seal.payload.exam, into: &report)
        let subject = Subject(seal, manifest: manifest)
        checkIssuer(seal, subject, into: &report)
        checkStatus(seal.payload, subject, into: &report)
    }

    /// The dossier that a seal is for.
    private struct Subject {
        let manifest: ContentHash?
        let id: DossierID?
        let caseID: DossierID?

        init(_ seal: SealText, manifest: ContentHash?) {
            let bearsManifest = [.cover, .page].contains(seal.payload.place.kind)
            self.manifest = bearsManifest ? seal.payload.digest : manifest
            id = self.manifest.map { DossierID(manifest: $0) }
            caseID = seal.payload.caseID ?? id
        }
    }

    // MARK: The lists

    /// What the lists are worth is said once, however many seals there are.
    private func checkLists(
        for exam: SealPayload.Exam,
        into report: inout VerificationReport
    ) {
        guard let trust = context.trust else { return }
        let isSaid = report.steps.contains {
            $0.code.hasPrefix("trust.") || $0.code.hasPrefix("revocations.")
        }
        guard !isSaid else { return }
        switch context.vouching {
        case .root(let id):
            report.add(Step(.issuer, "trust.signed", .passed, detail: "\(id)  \(trust.version)"))
        case .unchecked(let id):
            report.add(Step(.issuer, "trust.unchecked", .warning, detail: "\(id)"))
        case .nothing: report.add(Step(.issuer, "trust.unsigned", .warning))
        }
        if let issued = trust.issued { report.add(age(.issuer, "trust.age", since: issued)) }
        checkRevocationLists(for: exam, into: &report)
    }

    private func checkRevocationLists(
        for exam: SealPayload.Exam,
        into report: inout VerificationReport
    ) {
        for revocations in context.revocations where revocations.signer == nil {
            let signer = revocations.list.seal.map { "\($0.keyID)" }
            report.add(Step(.status, "revocations.unknown-signer", .warning, detail: signer))
        }
        let applicable = context.revocations.filter { $0.covers(exam) }
        if applicable.isEmpty { report.add(Step(.status, "revocations.absent", .warning)) }
        for revocations in applicable {
            report.add(age(.status, "revocations.age", since: revocations.list.issued ?? 0))
        }
    }

    /// How many days old a list is; beyond a year that is a warning.
    private func age(
        _ question: VerificationReport.Question,
        _ code: String,
        since issued: Int
    ) -> Step {
        let days = max(0, context.day - issued)
        return Step(
            question,
            code,
            days > Self.daysOfYear ? .warning : .passed,
            detail: "\(days)"
        )
    }

    // MARK: The issuer

    private func checkIssuer(
        _ seal: SealText,
        _ subject: Subject,
        into report: inout VerificationReport
    ) {
        let isRevoked = checkRevocation(of: seal, subject, into: &report)
        guard let trust = context.trust else {
            let key = "\(seal.envelope.keyID)"
            report.add(Step(.issuer, "issuer.no-trust-file", .absent, detail: key))
            return
        }
        let (code, outcome, detail): (String, VerificationReport.Outcome, String) =
            switch trust.keys.verdict(on: seal, day: seal.payload.issued) {
            case .trusted(let key): ("issuer.trusted", .passed, key.name)
            case .unknownKey(let id): ("issuer.unknown-key", .failed, "\(id)")
            case .badSignature(let id): ("issuer.bad-signature", .failed, "\(id)")
            case .notForArea(let key): ("issuer.not-for-area", .failed, key.name)
            case .notForYear(let key): ("issuer.not-for-year", .failed, key.name)
            case .outsideValidity(let key): ("issuer.outside-validity", .failed, key.name)
            }
        // Nobody shall read "trusted" beside "revoked".
        if isRevoked, outcome == .passed { return }
        report.add(Step(.issuer, code, outcome, detail: detail))
    }

    /// A revoked key is refused whatever day the seal bears, but for what the office stands by.
    private func checkRevocation(
        of seal: SealText,
        _ subject: Subject,
        into report: inout VerificationReport
    ) -> Bool {
        let entries = context.revocations.filter { $0.covers(seal.payload.exam) }
            .flatMap { $0.list.keys }.filter { $0.id == seal.envelope.keyID }
        guard let refusing = entries.first(where: { !stands(by: subject, $0) }) else {
            if let entry = entries.first {
                report.add(Step(.issuer, "issuer.in-ledger", .passed, detail: "\(entry.id)"))
            }
            return false
        }
        let detail = "\(refusing.id)  \(refusing.reason)"
        report.add(Step(.issuer, "issuer.revoked-key", .failed, detail: detail))
        return true
    }

    private func stands(by subject: Subject, _ entry: RevocationList.Key) -> Bool {
        subject.manifest.map { entry.ledger.contains($0) } ?? false
    }

    // MARK: The status

    private func checkStatus(
        _ payload: SealPayload,
        _ subject: Subject,
        into report: inout VerificationReport
    ) {
        let faults = withdrawals(of: payload, subject)
        for fault in faults { report.add(fault) }
        if context.day < payload.issued {
            report.add(Step(.status, "status.not-yet-issued", .failed))
        } else if context.day > payload.expires {
            report.add(Step(.status, "status.expired", .failed))
        } else if faults.isEmpty {
            report.add(Step(.status, "status.in-force", .passed))
        }
    }

    private func withdrawals(of payload: SealPayload, _ subject: Subject) -> [Step] {
        let lists = context.revocations.filter { $0.covers(payload.exam) }.map(\.list)
        var steps: [Step] = []
        if let entry = lists.flatMap(\.dossiers).first(where: { $0.id == subject.id }) {
            steps.append(Step(.status, "status.revoked", .failed, detail: entry.reason))
        }
        let replacing = lists.flatMap(\.latest).filter { latest in
            // A slip names its dossier in its JSON alone: of one revision it may be either.
            let isOther = latest.revision > payload.revision || payload.place.kind != .slip
            return latest.caseID == subject.caseID && latest.id != subject.id && isOther
                && latest.revision >= payload.revision
        }
        if let latest = replacing.max(by: { $0.revision < $1.revision }) {
            let detail = "\(latest.revision)  \(latest.id)"
            steps.append(Step(.status, "status.superseded", .failed, detail: detail))
        }
        return steps
    }
}
