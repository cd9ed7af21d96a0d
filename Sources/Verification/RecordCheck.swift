import CaseLog
import Registration
import Sealing

/// Checks the log of a case in an archive: its chain, that the manifest names its end, that it speaks of
/// these pictures, and who signed what offices decided.
struct RecordCheck {
    /// Where the log lies.
    static let file = "data/log.jsonl"

    let context: VerificationContext
    /// Whether the archive bears a seal, good or bad.
    let isSealed: Bool

    /// Checks a log, and takes its events into the report.
    ///
    /// - Parameters:
    ///   - bytes: The log; nil where the bag has none.
    ///   - manifest: The manifest of the same bag.
    ///   - report: What to add to.
    func check(
        _ bytes: [UInt8]?,
        _ manifest: CheckedManifest,
        into report: inout VerificationReport
    ) {
        guard let log = manifest.value["log"] else { return }
        guard let bytes,
            let hash = log["head"]?.string.flatMap(ContentHash.init(hex:)),
            let head = LogHead(lines: log["events"]?.integer ?? 0, hash: hash)
        else {
            report.add(.integrity, "log.missing", .failed, file: Self.file)
            return
        }
        // A dossier-wide lock is the laxer of the two rules, and the manifest does not name its area's.
        let check = LogCheck(
            of: LogText(bytes),
            head: head,
            rules: CaseRules(lockScope: .dossier)
        )
        for finding in check.findings {
            // What excuses a folder after a crash excuses no archive: its lines were counted at leisure.
            report.add(
                .integrity,
                finding.code.rawValue,
                finding.severity == .warning ? .warning : .failed,
                file: Self.file,
                detail: "\(finding.line)"
            )
        }
        let text = LogText(bytes)
        let isWhole = text.rest.isEmpty && text.lines.count == head.lines
        guard isWhole, check.findings.allSatisfy({ $0.severity == .warning }),
            let standing = check.outcome
        else {
            report.add(.integrity, "log.not-whole", .failed, file: Self.file)
            return
        }
        report.history = check.entries
        report.add(.integrity, "log.whole", .passed, file: Self.file, detail: "\(head.lines)")
        compare(standing, with: manifest, into: &report)
        checkSuccession(check.entries.last, manifest, into: &report)
        checkOffices(check.entries, manifest, into: &report)
    }

    /// The last submission must be of the pictures that lie in the archive.
    private func compare(
        _ standing: Case,
        with manifest: CheckedManifest,
        into report: inout VerificationReport
    ) {
        var listed: [SubmittedPicture] = []
        for material in manifest.value["materials"]?.array ?? [] {
            for (index, picture) in (material["pictures"]?.array ?? []).enumerated() {
                guard let hash = picture["sha256"]?.string.flatMap(ContentHash.init(hex:)),
                    let id = material["id"]?.string
                else { continue }
                listed.append(SubmittedPicture(material: id, place: index + 1, hash: hash))
            }
        }
        let submitted = standing.pictures.map {
            SubmittedPicture(material: $0.material, place: $0.place, hash: $0.hash)
        }
        let agrees = !listed.isEmpty && Set(listed) == Set(submitted)
        report.add(
            .integrity,
            agrees ? "log.agrees" : "log.other-pictures",
            agrees ? .passed : .failed,
            file: Self.file,
            detail: agrees ? "\(standing.revision)" : nil
        )
    }

    /// Where nothing happened since the submission, the archive is the submission's own.
    private func checkSuccession(
        _ last: LogEntry?,
        _ manifest: CheckedManifest,
        into report: inout VerificationReport
    ) {
        guard case .submitted(_, _, _, let supersedes)? = last?.event.action else { return }
        let named = manifest.value["supersedes"]?.string.flatMap { try? DossierID(parsing: $0) }
        guard named?.compact != supersedes else { return }
        report.add(.integrity, "log.other-predecessor", .failed, file: Self.file)
    }

    /// Every decision of an office bears a signature, which a trusted key must have made.
    private func checkOffices(
        _ entries: [LogEntry],
        _ manifest: CheckedManifest,
        into report: inout VerificationReport
    ) {
        let decisions = entries.filter { $0.seal != nil }
        guard !decisions.isEmpty else { return }
        guard let keys = context.trust?.keys else {
            report.add(.issuer, "log.keys-not-given", .absent, file: Self.file)
            return
        }
        var isTrusted = true
        for entry in decisions {
            guard let fault = fault(of: entry, keys, manifest) else { continue }
            isTrusted = isTrusted && fault.outcome != .failed
            report.add(
                .issuer,
                fault.code,
                fault.outcome,
                file: Self.file,
                detail: "\(entry.seq)  \(entry.seal.map { "\($0.keyID)" } ?? "")"
            )
        }
        guard isTrusted else { return }
        report.add(
            .issuer,
            "log.decisions-signed",
            .passed,
            file: Self.file,
            detail: "\(decisions.count)"
        )
    }

    private func fault(
        of entry: LogEntry,
        _ keys: TrustedKeys,
        _ manifest: CheckedManifest
    ) -> (code: String, outcome: VerificationReport.Outcome)? {
        guard let id = entry.seal?.keyID else { return nil }
        let named = keys.keys(named: id)
        guard !named.isEmpty else { return ("log.unknown-key", .failed) }
        guard named.contains(where: { entry.isSealed(by: $0.key) }) else {
            return ("log.bad-seal", .failed)
        }
        let area = manifest.value["area"]
        let region = area?["region"]?.string.flatMap { Int($0) } ?? 0
        let year = area?["year"]?.integer ?? 0
        guard keys.signer(of: entry, area: region, year: year) != nil else {
            return ("log.key-not-valid", .failed)
        }
        let revoked = context.revocations.flatMap(\.list.keys).contains { $0.id == id }
        guard revoked else { return nil }
        // Who sealed the archive afterwards vouches for what had been decided; nobody does without.
        return ("log.revoked-key", isSealed ? .warning : .failed)
    }
}
