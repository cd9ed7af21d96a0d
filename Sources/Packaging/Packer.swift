import Archiving
import Glibc
import PDFWriting
import Registration
import Review
import Sealing
import TemplateCatalog

/// Turns a reviewed folder into a dossier and an archive.
///
/// Not for sharing between tasks: each worker has its own, with its own fonts.
public struct Packer {
    /// What packing came to.
    public enum Outcome: Sendable {
        /// The archive (or the PDF alone) stands where it should.
        case packed(PackedArchive)
        /// There were errors, and nothing was written.
        case refused
    }

    private let resources: PackResources
    private let fonts: DossierFonts
    private let options: PackOptions

    /// Prepares to pack with these resources and options.
    public init(resources: PackResources, fonts: DossierFonts, options: PackOptions) {
        self.resources = resources
        self.fonts = fonts
        self.options = options
    }

    /// Packs a folder into `<id>.zip` in a folder, or into the file named.
    ///
    /// - Throws: `PackagingError`, `PDFError` or `ArchiveError`; nothing is then left behind.
    public func pack(_ review: FolderReview, to target: PackTarget) throws -> Outcome {
        try pack(review, to: target, after: nil)
    }

    /// Packs a folder in the place of an earlier dossier.
    ///
    /// - Parameters:
    ///   - review: The folder.
    ///   - target: Where the result goes.
    ///   - predecessor: The dossier before; nil in a first revision.
    ///   - whenWhole: Called with the manifest when an archive is written, before it has its name.
    /// - Returns: What packing came to.
    /// - Throws: As ``pack(_:to:)``, or what `whenWhole` throws; nothing is then left behind.
    public func pack(
        _ review: FolderReview,
        to target: PackTarget,
        after predecessor: Predecessor?,
        whenWhole: ([UInt8]) throws -> Void = { _ in }
    ) throws -> Outcome {
        // Nothing excuses an archive of nobody: name and number are what it commits to.
        guard options.allowsFindings || review.count(of: .error) == 0,
            review.file.candidate.openKeys.isEmpty
        else { return .refused }
        guard options.composition.isMasked else {
            return try compose(review, to: target, after: predecessor, whenWhole)
        }
        let masked = try MaskedFolder.make(review, catalog: resources.catalog, in: target.folder)
        let outcome = try compose(masked.review, to: target, after: predecessor, whenWhole)
        // Its pictures were read until just now: the folder must not go before.
        _ = consume masked
        return outcome
    }

    private func compose(
        _ review: FolderReview,
        to target: PackTarget,
        after predecessor: Predecessor?,
        _ whenWhole: ([UInt8]) throws -> Void
    ) throws -> Outcome {
        let dossier = try ComposedDossier(
            review,
            after: predecessor,
            resources: resources,
            fonts: fonts,
            options: options
        )
        let file = target.path(id: dossier.manifest.id.compact)
        let files = target.files(file, volumes: dossier.plan.volumes.count)
        for file in files { try checkFree(file) }
        let volumes = try dossier.plan.volumes.indices.map {
            try StagedVolume(dossier, volume: $0, beside: files[min($0, files.count - 1)])
        }
        switch target {
        case .pdf:
            for volume in volumes { try volume.publish(replacing: options.replaces) }
        case .archive, .folder: try archive(dossier, volumes, to: file, whenWhole)
        }
        return .packed(
            PackedArchive(
                id: dossier.manifest.id.compact,
                printedID: dossier.manifest.id.description,
                path: file,
                manifest: dossier.manifest.hash,
                pages: dossier.plan.pageCount,
                pictures: dossier.contents.pictures.count,
                volumes: volumes.count,
                pdfSize: ByteCount(volumes.reduce(0) { $0 + $1.digest.size.rawValue }),
                isSealed: options.key != nil,
                masked: dossier.contents.pictures.compactMap(\.masking?.rule)
                    .reduce(into: [:]) { $0[$1, default: 0] += 1 }
            )
        )
    }

    private func checkFree(_ file: String) throws(PackagingError) {
        guard !options.replaces, access(file, F_OK) == 0 else { return }
        throw PackagingError(.outputExists, file)
    }

    private func archive(
        _ dossier: ComposedDossier,
        _ volumes: [StagedVolume],
        to file: String,
        _ whenWhole: ([UInt8]) throws -> Void
    ) throws {
        let date = options.date
        let manifest = dossier.manifest
        var bag = try BagWriter(
            id: manifest.id.compact,
            info: [
                BagInfoField("Bag-Software-Agent", "dossier \(options.toolVersion)"),
                BagInfoField("Bagging-Date", date.description),
                BagInfoField("External-Identifier", manifest.id.description),
                BagInfoField("Internal-Sender-Identifier", dossier.review.area.id),
            ]
        )
        for (name, volume) in zip(dossier.volumeNames, volumes) {
            try bag.addPayload(
                ArchivePath(name),
                .file(path: volume.path, digest: volume.digest)
            )
        }
        try bag.addPayload("manifest.json", .bytes(manifest.bytes))
        if let record = options.record {
            try bag.addPayload(ArchivePath(CaseRecord.fileName), .bytes(record.bytes))
        }
        try add(dossier, to: &bag)
        let writer = try ArchiveWriter(
            path: file,
            date: EntryDate(year: date.year, month: date.month, day: date.day),
            replacing: options.replaces
        )
        try bag.write(to: writer) { payload in
            let seal = try dossier.seals.archiveSeal(payload.hash, manifest, dossier.review)
            return seal.map { [TagFile("seal.txt", Array(($0.text + "\n").utf8))] } ?? []
        } whenWhole: {
            try whenWhole(manifest.bytes)
        }
    }

    /// Adds the pictures, and behind them the originals of those that were repaired.
    private func add(_ dossier: ComposedDossier, to bag: inout BagWriter) throws {
        let pictures = dossier.materials.flatMap(\.pictures).filter { !$0.intake.isWithheld }
        for picture in pictures {
            let facts = picture.intake.picture.facts
            try bag.addPayload(
                ArchivePath(picture.archivePath),
                .file(
                    path: picture.intake.location,
                    digest: FileDigest(size: facts.size, hash: facts.hash)
                )
            )
        }
        for picture in pictures {
            guard let repair = picture.intake.repair, let path = picture.originalPath else {
                continue
            }
            try bag.addPayload(
                ArchivePath(path),
                .file(
                    path: "\(dossier.review.folder.path)/\(repair.original.path)",
                    digest: FileDigest(size: repair.original.size, hash: repair.original.hash)
                )
            )
        }
    }
}
