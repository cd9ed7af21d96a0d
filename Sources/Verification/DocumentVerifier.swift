import Archiving
import CodeReading
import PDFReading
import Registration
import Sealing

/// Verifies a dossier's PDF alone: the seal over its bytes, the manifest inside, its pages.
struct DocumentVerifier {
    let issuer: IssuerCheck

    private static let manifestName = "manifest.json"

    /// Verifies a file.
    ///
    /// - Throws: `ArchiveError` if it cannot be read.
    func verify(
        _ path: String
    ) throws(ArchiveError) -> (report: VerificationReport, manifest: CheckedManifest?) {
        var report = VerificationReport(.document, names: [path])
        let file = try FileRange(path: path)
        var manifest: CheckedManifest?
        do throws(PDFReadingError) {
            manifest = try check(Self.document(in: file), nil, into: &report)
        } catch {
            // What could not be read can neither be sealed nor in force.
            report.add(.integrity, error.code.rawValue, .failed, detail: "\(error.offset)")
            if !report.steps.contains(where: { $0.question == .issuer }) {
                report.add(.issuer, "seal.absent", issuer.wantsSeal ? .failed : .absent)
            }
        }
        return (report, manifest)
    }

    /// Opens a PDF that stays on disk.
    static func document(in file: borrowing FileRange) throws(PDFReadingError) -> PDFDocument {
        var limits = PDFLimits()
        limits.fileBytes = 1 << 30
        let bytes = try PDFBytes(
            duplicating: file.descriptor,
            offset: file.offset,
            count: file.count
        )
        return try PDFDocument(bytes, limits: limits)
    }

    /// Verifies the PDF of an archive against the archive's manifest; only what failed is told.
    func check(
        _ open: () throws(PDFReadingError) -> PDFDocument,
        of volume: ListedVolume,
        against manifest: CheckedManifest,
        isDeep: Bool,
        into report: inout VerificationReport
    ) {
        var inner = VerificationReport(.document)
        do throws(PDFReadingError) {
            let own =
                try isDeep
                ? check(open(), volume, into: &inner) : skim(open(), volume, into: &inner)
            if let own, own.hash != manifest.hash {
                inner.add(.integrity, "pdf.other-manifest", .failed)
            }
        } catch {
            inner.add(.integrity, error.code.rawValue, .failed, detail: "\(error.offset)")
        }
        let failures = inner.steps.filter { $0.question == .integrity && $0.outcome == .failed }
        for step in failures {
            let detail = [step.file, step.detail].compactMap(\.self).joined(separator: "  ")
            report.add(
                .integrity,
                step.code,
                .failed,
                file: volume.path,
                page: step.page,
                detail: detail.isEmpty ? nil : detail
            )
        }
        guard failures.isEmpty else { return }
        report.add(
            .integrity,
            isDeep ? "pdf.agrees" : "pdf.same-manifest",
            .passed,
            file: volume.path,
            detail: "\(volume.sheets.count)"
        )
    }

    /// Whose PDF it is, without a look at its pages: their pictures lie in the archive a second time.
    private func skim(
        _ document: PDFDocument,
        _ volume: ListedVolume,
        into report: inout VerificationReport
    ) throws(PDFReadingError) -> CheckedManifest? {
        checkLayout(document.facts, into: &report)
        let name = Self.manifestName
        let files = try document.attachments()
        let listed = try attached(name, among: files, of: document, into: &report)
        let manifest = ManifestCheck(file: name).read(listed, into: &report)
        if manifest != nil, document.pageCount != volume.sheets.count {
            report.add(.integrity, "pdf.page-count", .failed, detail: "\(document.pageCount)")
        }
        return manifest
    }

    /// Checks a PDF and its pages: those of a volume of its manifest, which is to be found out if it is not
    /// known.
    private func check(
        _ document: PDFDocument,
        _ volume: ListedVolume?,
        into report: inout VerificationReport
    ) throws(PDFReadingError) -> CheckedManifest? {
        checkLayout(document.facts, into: &report)
        let files = try document.attachments()
        let embedded = try attached(Self.manifestName, among: files, of: document, into: &report)
        let manifest = ManifestCheck(file: Self.manifestName).read(embedded, into: &report)
        let seal = try seal(among: files, of: document, manifest, into: &report)
        guard let manifest else { return nil }
        check(seal, against: manifest, into: &report)
        let listed: ListedVolume =
            if let volume { volume } else { try Self.volume(of: document, manifest) }
        try PageCheck(
            document: document,
            manifest: manifest,
            volume: listed,
            seal: seal,
            issuer: issuer
        ).check(into: &report)
        return manifest
    }

    /// The volume that begins with the page with which the document begins, by its code; else the first.
    private static func volume(
        of document: PDFDocument,
        _ manifest: CheckedManifest
    ) throws(PDFReadingError) -> ListedVolume {
        let volumes = manifest.volumes
        let first = volumes.first ?? ListedVolume(path: "", sheets: [])
        guard volumes.count > 1, document.pageCount > 0 else { return first }
        let numbers = DrawnCodeReader().codes(on: try document.page(0))
            .compactMap { (try? PrintedCode(parsing: $0))?.place.page }
        return volumes.first { numbers.contains($0.sheets.first?.number ?? -1) } ?? first
    }

    /// Our writer makes a file in one go: what came later, or lies between, is somebody else's.
    private func checkLayout(_ facts: PDFFacts, into report: inout VerificationReport) {
        guard !facts.isWrittenOnce else { return }
        let isUpdated = facts.sections > 1 || facts.endMarkers > 1
        report.add(.integrity, isUpdated ? "pdf.updated" : "pdf.stray-bytes", .failed)
    }

    /// The bytes of the one embedded file of that name; nil with a reason if there is not just one.
    private func attached(
        _ name: String,
        among files: [PDFAttachment],
        of document: PDFDocument,
        into report: inout VerificationReport
    ) throws(PDFReadingError) -> [UInt8]? {
        let named = files.filter { $0.name == name || $0.plainName == name }
        guard named.count == 1, let file = named.first, file.isListed else {
            if named.count > 1 {
                report.add(.integrity, "pdf.attachment-twice", .failed, file: name)
            }
            return nil
        }
        return try document.bytes(of: file)
    }

    /// Reads the seal and compares it with the bytes of the file.
    private func seal(
        among files: [PDFAttachment],
        of document: PDFDocument,
        _ manifest: CheckedManifest?,
        into report: inout VerificationReport
    ) throws(PDFReadingError) -> DocumentSeal? {
        let name = DocumentSeal.fileName
        guard let bytes = try attached(name, among: files, of: document, into: &report),
            let file = files.first(where: { $0.name == name }), file.filters.isEmpty
        else {
            report.add(.integrity, "pdf.seal-missing", .failed, file: name)
            report.add(.issuer, "seal.absent", issuer.wantsSeal ? .failed : .absent)
            report.add(.status, "seal.absent", .absent)
            return nil
        }
        let seal: DocumentSeal
        do throws(SealError) {
            seal = try DocumentSeal(parsing: bytes)
        } catch {
            report.add(.integrity, error.code.rawValue, .failed, file: name, detail: error.subject)
            report.add(.issuer, "seal.absent", issuer.wantsSeal ? .failed : .absent)
            return nil
        }
        let digest = try Self.digest(of: document.bytes, blanking: file.range)
        let isWhole = seal.code.digest == digest
        report.add(
            .integrity,
            isWhole ? "pdf.bytes" : "pdf.bytes-changed",
            isWhole ? .passed : .failed,
            detail: isWhole ? "\(document.bytes.count)" : nil
        )
        CodeCheck(issuer: issuer).judge(
            [seal.code],
            manifest: manifest?.hash,
            into: &report
        )
        return seal
    }

    private static func digest(
        of bytes: PDFBytes,
        blanking seal: Range<Int>
    ) throws(PDFReadingError) -> ContentHash {
        var hasher = ContentHasher()
        try bytes.read(0..<seal.lowerBound) { hasher.update($0.bytes) }
        hasher.update(Array(repeating: UInt8(ascii: " "), count: seal.count))
        try bytes.read(seal.upperBound..<bytes.count) { hasher.update($0.bytes) }
        return hasher.hash
    }

    private func check(
        _ seal: DocumentSeal?,
        against manifest: CheckedManifest,
        into report: inout VerificationReport
    ) {
        guard let seal else { return }
        if seal.code.place.pages != manifest.lastPage {
            report.add(.integrity, "pdf.pages-differ", .failed, file: DocumentSeal.fileName)
        }
        if case .seal(let text) = seal.code {
            SealCheck.compare(text.payload, with: manifest, into: &report)
        }
    }
}
