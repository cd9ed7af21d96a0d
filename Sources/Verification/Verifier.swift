import Archiving
import Registration
import Sealing

/// Verifies whatever is at hand of a dossier, and writes nothing anywhere.
public struct Verifier: Sendable {
    private let issuer: IssuerCheck

    /// Verifies by these lists, as of their day.
    public init(_ context: VerificationContext) { issuer = IssuerCheck(context: context) }

    /// Verifies archives, unpacked bags, dossiers, pictures of printed pages, texts of codes and ids.
    ///
    /// - Parameters:
    ///   - names: Paths or texts; all pictures together are taken for pages of one dossier.
    ///   - other: An archive or dossier that the rest is held against.
    ///   - isDeep: Whether the PDF in an archive is looked into as well, page by page.
    /// - Returns: A report for each thing, and one for all pictures; and what differs from the other.
    /// - Throws: `VerificationError` or `ArchiveError` if something could not be looked at.
    public func verify(
        _ names: [String],
        against other: String? = nil,
        isDeep: Bool = false
    ) throws -> Verification {
        var results: [Result] = []
        var pictures: [String] = []
        for name in names {
            switch try Thing(name) {
            case .folder(let path): results.append(try archive(path, isFolder: true, isDeep))
            case .zip(let path):
                results.append(try archive(path, isFolder: false, isDeep))
            case .document(let path): results.append(try document(path))
            case .picture(let path): pictures.append(path)
            case .code(let text): results.append(code(text))
            case .id(let id): results.append(Result(report: Self.report(on: id)))
            case .mistypedID: results.append(Result(report: Self.report(on: nil)))
            }
        }
        if !pictures.isEmpty {
            results.append(Result(report: try ScanVerifier(issuer: issuer).verify(pictures)))
        }
        var verification = Verification(reports: results.map(\.report))
        if let other { try compare(results, with: other, into: &verification) }
        return verification
    }

    /// A report, and the manifest if the thing has one.
    private struct Result {
        var report: VerificationReport
        var manifest: CheckedManifest?
    }

    private func archive(
        _ path: String,
        isFolder: Bool,
        _ isDeep: Bool = false
    ) throws -> Result {
        let (report, manifest) = try ArchiveVerifier(issuer: issuer, isDeep: isDeep)
            .verify(path, isFolder: isFolder)
        return Result(report: report, manifest: manifest)
    }

    private func document(_ path: String) throws -> Result {
        let (report, manifest) = try DocumentVerifier(issuer: issuer).verify(path)
        return Result(report: report, manifest: manifest)
    }

    private func code(_ text: String) -> Result {
        var report = VerificationReport(.code)
        let check = CodeCheck(issuer: issuer)
        let code = check.check(text, into: &report)
        check.judge(code.map { [$0] } ?? [], into: &report)
        return Result(report: report)
    }

    private static func report(on id: DossierID?) -> VerificationReport {
        var report = VerificationReport(.id)
        report.id = id
        if let id {
            report.add(.integrity, "id.well-typed", .passed, detail: "\(id)")
        } else {
            report.add(.integrity, SealError.Code.idCheck.rawValue, .failed)
        }
        report.add(.issuer, "code.none", .absent)
        report.add(.status, "code.none", .absent)
        return report
    }

    private func compare(
        _ results: [Result],
        with other: String,
        into verification: inout Verification
    ) throws {
        let base: Result
        switch try Thing(other) {
        case .folder(let path): base = try archive(path, isFolder: true)
        case .zip(let path): base = try archive(path, isFolder: false)
        case .document(let path): base = try document(path)
        case .picture, .code, .id, .mistypedID: throw VerificationError(.notComparable, other)
        }
        verification.base = base.report
        guard let before = base.manifest else { return }
        for (index, result) in results.enumerated() {
            if let after = result.manifest {
                verification.comparison = DossierComparison(from: before, to: after)
            } else {
                Belonging(to: before).check(into: &verification.reports[index])
            }
        }
    }
}

/// What verifying came to.
public struct Verification: Sendable {
    /// A report for each thing.
    public internal(set) var reports: [VerificationReport]
    /// The report on what the rest was held against, if anything.
    public internal(set) var base: VerificationReport?
    /// What changed from the other dossier to this one.
    public internal(set) var comparison: DossierComparison?

    /// Whether nothing failed.
    public var isAccepted: Bool { reports.allSatisfy(\.isAccepted) && base?.isAccepted ?? true }
}
