import Archiving
import Sealing

/// Verifies pictures of printed pages by the codes on them.
struct ScanVerifier {
    let issuer: IssuerCheck

    /// The most bytes of a picture that is looked into.
    private static let largest = 256 << 20

    /// Verifies pictures that are taken for pages of one dossier.
    ///
    /// - Throws: `VerificationError` or `ArchiveError` for a file that cannot be looked at.
    func verify(_ files: [String]) throws -> VerificationReport {
        var report = VerificationReport(.scan, names: files)
        let check = CodeCheck(issuer: issuer)
        var codes: [PrintedCode] = []
        for file in files {
            let found = try read(file)
            let ours = found.filter { PrintedCode.isClaimed(by: $0.text) }
            if found.count > ours.count {
                let strangers = found.count - ours.count
                report.add(
                    .integrity,
                    "scan.foreign-code",
                    .warning,
                    file: file,
                    detail: "\(strangers)"
                )
            }
            guard !ours.isEmpty else {
                report.add(.integrity, "scan.no-code", .failed, file: file)
                continue
            }
            codes += ours.compactMap { scanned in
                check.check(
                    scanned.text,
                    file: file,
                    corners: scanned.corners.map { [$0.x, $0.y] },
                    into: &report
                )
            }
        }
        checkUnity(of: report.claims.filter { $0.code.place.kind.isPrinted }, into: &report)
        check.judge(codes, into: &report)
        return report
    }

    private func read(_ file: String) throws -> [ScannedCode] {
        let bytes = try WholeFile.read(file, limit: Self.largest)
        do throws(ScanError) {
            return try ScanReader().codes(in: bytes.span)
        } catch {
            throw VerificationError(.badPicture, file, reason: error.subject)
        }
    }

    /// Pages of one dossier say the same of it, and no page is there twice with different words.
    private func checkUnity(of pages: [CodeClaims], into report: inout VerificationReport) {
        guard let first = pages.first else { return }
        for other in pages.dropFirst() where !other.code.isOfSameDossier(as: first.code) {
            report.add(
                .integrity,
                "scan.other-dossier",
                .failed,
                file: other.file,
                page: other.code.place.page,
                detail: other.id.map(\.description)
            )
        }
        let last = first.code.place.pages
        let seen = Set(pages.map(\.code.place.page))
        let missing = (0...last).filter { !seen.contains($0) }
        guard pages.count > 1 || last == 0 else { return }
        report.add(
            .integrity,
            missing.isEmpty ? "scan.all-pages" : "scan.pages-missing",
            missing.isEmpty ? .passed : .warning,
            detail: missing.isEmpty ? "\(last + 1)" : PageList(missing).text
        )
    }
}

extension PrintedCode {
    /// Whether two codes of pages say the same of everything but the page.
    func isOfSameDossier(as other: PrintedCode) -> Bool {
        guard digest == other.digest, place.pages == other.place.pages else { return false }
        switch (self, other) {
        case (.seal(let mine), .seal(let theirs)):
            return mine.envelope.keyID == theirs.envelope.keyID
                && mine.payload.agrees(with: theirs.payload)
        case (.page, .page): return true
        default: return false
        }
    }
}

extension SealPayload {
    /// Whether two seals of one dossier say the same of case, exam, person and days.
    func agrees(with other: SealPayload) -> Bool {
        caseID == other.caseID && revision == other.revision && exam == other.exam
            && subject == other.subject && issued == other.issued && expires == other.expires
    }
}

/// Page numbers in few words: "3, 5-9".
struct PageList {
    let text: String

    init(_ pages: [Int]) {
        var runs: [ClosedRange<Int>] = []
        for page in pages {
            if let last = runs.last, last.upperBound + 1 == page {
                runs[runs.count - 1] = last.lowerBound...page
            } else {
                runs.append(page...page)
            }
        }
        text = runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ", ")
    }
}
