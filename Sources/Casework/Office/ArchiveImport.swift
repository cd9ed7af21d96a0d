import Archiving
import CaseLog
public import CaseRegister
import Packaging
import Registration
import Review
import Sealing
public import TemplateCatalog
public import Verification

/// Takes archives into an office's register: each is verified completely, and its log held against what
/// the register knows.
public struct ArchiveImport: Sendable {
    /// What became of an archive.
    public struct Imported: Hashable, Sendable {
        /// The compact id of the case.
        public let caseID: String
        /// The printed id of the dossier.
        public let printedID: String
        /// What it was to the register.
        public let addition: Addition
    }

    private let desk: OfficeDesk
    private let catalog: TemplateCatalog
    private let context: VerificationContext

    /// Prepares to import.
    ///
    /// - Parameters:
    ///   - desk: The office.
    ///   - catalog: Where the areas' rules are found.
    ///   - context: The keys that are trusted: what other offices decided must be signed by one.
    public init(_ desk: OfficeDesk, catalog: TemplateCatalog, context: VerificationContext) {
        self.desk = desk
        self.catalog = catalog
        self.context = context
    }

    /// Takes an archive in.
    ///
    /// - Parameters:
    ///   - path: The archive, a zip file.
    ///   - time: When, in seconds since 1970-01-01T00:00:00Z.
    /// - Returns: What became of it.
    /// - Throws: `CaseworkError` of code `notImported` with the first step that failed, `RegisterError` if
    ///   it does not follow what is registered, `ArchiveError`, `CatalogError`. Nothing is then changed.
    public func add(_ path: String, at time: Int64) throws -> Imported {
        let (report, manifest) = try verified(path)
        let value = try JSONValue(parsing: manifest)
        let area = try catalog.area(Self.member(value["area"]?["id"]?.string, "area")).area
        let dossierID = DossierID(manifest: .of(manifest))
        let caseID = value["case"]?.string.flatMap { try? DossierID(parsing: $0) } ?? dossierID
        try checkOffices(report.history, of: caseID, in: area)
        let submission = try RegisteredSubmission(
            caseID: caseID.compact,
            dossierID: dossierID.compact,
            archive: desk.keep(path),
            manifest: manifest,
            bearer: Self.bearer(value, area),
            rules: area.caseRules,
            log: report.history.map { LoggedEvent($0.event, line: $0.text) },
            day: Self.member(value["date"]?.string.flatMap { IssueDate($0) }, "date").daysSince1970
        )
        return Imported(
            caseID: caseID.compact,
            printedID: "\(dossierID)",
            addition: try desk.register.add(submission, at: time)
        )
    }

    /// Verifies an archive page by page; a candidate's own bears no seal, and none is asked for.
    private func verified(_ path: String) throws -> (VerificationReport, manifest: [UInt8]) {
        let report = try ArchiveVerifier(
            VerificationContext(trusted: nil, day: context.day),
            isDeep: true
        ).verify(path)
        if let step = report.steps.first(where: { $0.outcome == .failed }) {
            let place = [step.file, step.detail].compactMap(\.self).joined(separator: " ")
            throw CaseworkError(.notImported, step.code, reason: place)
        }
        guard !report.history.isEmpty else { throw CaseworkError(.notImported, "log.missing") }
        let bag = try ZipReader(path: path)
        guard let file = bag.file(at: "data/manifest.json") else {
            throw CaseworkError(.notImported, "manifest.missing")
        }
        let manifest = try bag.bytes(of: file)
        // It was read a second time: what was verified must be what is taken in.
        guard DossierID(manifest: .of(manifest)) == report.id else {
            throw CaseworkError(.notImported, "manifest.changed")
        }
        return (report, manifest)
    }

    /// What offices decided must stand in this register already, or be signed by a trusted key.
    private func checkOffices(
        _ entries: [LogEntry],
        of caseID: DossierID,
        in area: Area
    ) throws {
        let decisions = entries.filter { $0.seal != nil }
        guard !decisions.isEmpty else { return }
        let known = (try? desk.register.show(caseID.compact))?.events.map(\.line) ?? []
        for entry in decisions where !known.contains(entry.text) {
            let region = Int(area.region) ?? 0
            guard context.trust?.keys.signer(of: entry, area: region, year: area.year) != nil else {
                throw CaseworkError(.notImported, "log.unknown-key", reason: "\(entry.seq)")
            }
        }
    }

    private static func bearer(
        _ value: JSONValue,
        _ area: Area
    ) throws(CaseworkError) -> RegisteredSubmission.Bearer {
        let candidate = value["candidate"]
        return RegisteredSubmission.Bearer(
            area: area.id,
            year: area.year,
            name: try member(candidate?["name"]?.string, "candidate"),
            maskedNumber: try member(candidate?["maskedIdNumber"]?.string, "candidate"),
            commitment: try member(
                candidate?["commitment"]?.string.flatMap { ContentHash.bytes(hex: $0) },
                "candidate"
            )
        )
    }

    private static func member<Value>(
        _ value: Value?,
        _ name: String
    ) throws(CaseworkError) -> Value {
        guard let value else {
            throw CaseworkError(.notImported, "manifest.wrong-form", reason: name)
        }
        return value
    }
}
