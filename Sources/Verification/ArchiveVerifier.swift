public import Archiving
import Glibc
import Registration
public import Sealing

/// Verifies an archive, packed or unpacked, and writes nothing anywhere.
///
/// It checks the bag, the manifest and the seal. It does not yet look into the PDF beyond its hash.
public struct ArchiveVerifier: Sendable {
    private let trusted: TrustedKeys?
    private let day: Int

    /// Verifies with these keys, on a day in days since 1970-01-01.
    public init(trusted: TrustedKeys?, day: Int) {
        self.trusted = trusted
        self.day = day
    }

    /// Verifies a zip archive or a bag folder.
    ///
    /// - Throws: `ArchiveError` if there is nothing at the path that could be looked at.
    public func verify(_ path: String) throws(ArchiveError) -> VerificationReport {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            return report(on: try FolderReader(path: path), isUnpacked: true)
        }
        return report(on: try ZipReader(path: path), isUnpacked: false)
    }

    private func report(
        on bag: borrowing some BagContainer & ~Copyable,
        isUnpacked: Bool
    ) -> VerificationReport {
        var report = VerificationReport()
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
        let manifest = ManifestCheck(digests: validation.digests)
            .check(Self.bytes(of: "data/manifest.json", in: bag), into: &report)
        if let manifest, !isUnpacked { Self.checkRoot(bag.rootName, manifest, into: &report) }
        SealCheck(trusted: trusted, day: day).check(
            seal: Self.bytes(of: "seal.txt", in: bag),
            payloadManifest: Self.bytes(of: PayloadManifest.path, in: bag),
            manifest,
            into: &report
        )
        return report
    }

    private static func bytes(
        of path: ArchivePath,
        in bag: borrowing some BagContainer & ~Copyable
    ) -> [UInt8]? {
        guard let file = bag.file(at: path) else { return nil }
        return try? bag.bytes(of: file)
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
