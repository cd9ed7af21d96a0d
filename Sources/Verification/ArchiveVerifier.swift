public import Archiving
import Glibc
import PDFReading
import Registration
import Sealing

/// Verifies an archive, packed or unpacked: the bag, the manifest, the seal.
public struct ArchiveVerifier: Sendable {
    private let issuer: IssuerCheck
    private let isDeep: Bool

    /// Verifies by these lists, as of their day; deeply, it looks at each page of the PDF too.
    public init(_ context: VerificationContext, isDeep: Bool = false) {
        self.init(issuer: IssuerCheck(context: context), isDeep: isDeep)
    }

    init(issuer: IssuerCheck, isDeep: Bool) {
        self.issuer = issuer
        self.isDeep = isDeep
    }

    /// Verifies a zip archive or a bag folder.
    ///
    /// - Throws: `ArchiveError` if there is nothing at the path that could be looked at.
    public func verify(_ path: String) throws(ArchiveError) -> VerificationReport {
        var status = stat()
        let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        return try verify(path, isFolder: isFolder).report
    }

    func verify(
        _ path: String,
        isFolder: Bool
    ) throws(ArchiveError) -> (report: VerificationReport, manifest: CheckedManifest?) {
        if isFolder {
            return look(into: try FolderReader(path: path), isUnpacked: true, name: path)
        }
        return look(into: try ZipReader(path: path), isUnpacked: false, name: path)
    }

    /// Verifies a bag, wherever it lies.
    ///
    /// - Parameters:
    ///   - bag: What holds the bag.
    ///   - isUnpacked: Whether its root may bear any name.
    /// - Returns: What was found, step by step.
    public func report(
        on bag: borrowing some BagContainer & ~Copyable,
        isUnpacked: Bool
    ) -> VerificationReport {
        look(into: bag, isUnpacked: isUnpacked, name: bag.rootName ?? "").0
    }

    private func look(
        into bag: borrowing some BagContainer & ~Copyable,
        isUnpacked: Bool,
        name: String
    ) -> (VerificationReport, CheckedManifest?) {
        var report = VerificationReport(.archive, names: [name])
        let validation = BagValidator(strictness: .canonical).validate(bag)
        for fault in validation.faults {
            report.add(
                VerificationReport.Step(
                    .integrity,
                    fault.code.rawValue,
                    fault.severity == .error ? .failed : .warning,
                    file: fault.file.map(\.text),
                    detail: fault.detail
                )
            )
        }
        if validation.isValid {
            report.add(
                VerificationReport.Step(
                    .integrity,
                    "bag.valid",
                    .passed,
                    detail: "\(bag.files.count)"
                )
            )
        }
        let check = ManifestCheck()
        let manifest = check.read(Self.bytes(of: "data/manifest.json", in: bag), into: &report)
        if let manifest {
            check.compare(manifest, with: validation.digests, into: &report)
            RecordCheck(
                context: issuer.context,
                isSealed: bag.file(at: "seal.txt") != nil
            ).check(
                Self.bytes(of: ArchivePath(RecordCheck.file), in: bag),
                manifest,
                into: &report
            )
        }
        TagFileCheck(digests: validation.digests).check(
            info: Self.bytes(of: "bag-info.txt", in: bag),
            manifest,
            into: &report
        )
        if let manifest, !isUnpacked { Self.checkRoot(bag.rootName, manifest, into: &report) }
        let seal = Self.bytes(of: "seal.txt", in: bag)
        // A seal covers every byte of the PDF; where there is none, at least it must be this dossier's.
        if let manifest, isDeep || seal == nil {
            for volume in manifest.volumes {
                checkDocument(volume, in: bag, manifest, into: &report)
            }
        }
        SealCheck(issuer: issuer).check(
            seal: seal,
            payloadManifest: Self.bytes(of: PayloadManifest.path, in: bag),
            manifest,
            into: &report
        )
        return (report, manifest)
    }

    private func checkDocument(
        _ volume: ListedVolume,
        in bag: borrowing some BagContainer & ~Copyable,
        _ manifest: CheckedManifest,
        into report: inout VerificationReport
    ) {
        let path = ArchivePath(volume.path)
        guard let file = bag.file(at: path) else { return }
        let verifier = DocumentVerifier(issuer: issuer)
        if let range = try? bag.range(of: file) {
            verifier.check(
                { () throws(PDFReadingError) in try DocumentVerifier.document(in: range) },
                of: volume,
                against: manifest,
                isDeep: isDeep,
                into: &report
            )
        } else if let bytes = try? bag.bytes(of: file, limit: Self.largestDocument) {
            verifier.check(
                { () throws(PDFReadingError) in try PDFDocument(bytes: bytes) },
                of: volume,
                against: manifest,
                isDeep: isDeep,
                into: &report
            )
        } else {
            report.add(.integrity, "pdf.not-looked-into", .warning, file: path.text)
        }
    }

    /// The most bytes of a PDF that are held in memory: of one that is packed in an archive.
    private static let largestDocument = 256 << 20

    private static func bytes(
        of path: ArchivePath,
        in bag: borrowing some BagContainer & ~Copyable
    ) -> [UInt8]? {
        guard let file = bag.file(at: path) else { return nil }
        return try? bag.bytes(of: file, limit: 16 << 20)
    }

    /// The root folder of an archive bears the id; a folder on disk may be called anything.
    private static func checkRoot(
        _ name: String?,
        _ manifest: CheckedManifest,
        into report: inout VerificationReport
    ) {
        let agrees = name == manifest.id.compact
        report.add(
            VerificationReport.Step(
                .integrity,
                "archive.root-name",
                agrees ? .passed : .failed,
                detail: agrees ? nil : manifest.id.compact
            )
        )
    }
}
