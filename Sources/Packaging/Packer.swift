import Archiving
import Glibc
import PDFWriting
import PageLayout
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
    func pack(
        _ review: FolderReview,
        to target: PackTarget,
        after predecessor: Predecessor?
    ) throws -> Outcome {
        // Nothing excuses an archive of nobody: name and number are what it commits to.
        guard options.allowsFindings || review.count(of: .error) == 0,
            review.file.candidate.openKeys.isEmpty
        else { return .refused }
        let drawing = DossierDrawing(
            review: review,
            style: resources.style,
            texts: resources.findingTexts,
            measure: fonts.library
        )
        let seals = DossierSeals(area: review.area, options: options, codes: resources.examCodes)
        let codeSide = try seals.largestCodeSide(isFirst: predecessor == nil)
        let plan = drawing.plan(codeSide: codeSide)
        let manifest = try Manifest(
            review,
            plan: plan,
            issue: Manifest.Issue(
                toolVersion: options.toolVersion,
                date: options.date,
                areaHash: review.areaHash,
                predecessor: predecessor
            )
        )
        let codes = try (0..<plan.pageCount).map { page in
            try seals.sheetCode(page: page, of: plan.pageCount - 1, manifest, review)
        }
        let layout = drawing.layout(
            plan,
            codes: codes,
            codeSide: codeSide,
            seal: SheetSeal(key: options.key.map { "\($0.id)" }),
            date: options.date,
            version: options.toolVersion
        )

        let file = target.path(id: manifest.id.compact)
        try checkFree(file)
        let pdf = try TemporaryFile(beside: file)
        let digest = try write(
            layout,
            plan: plan,
            manifest: manifest,
            review,
            seals,
            to: HashingOutput(descriptor: pdf.descriptor)
        )
        try CodeReadback(texts: codes.map(\.text)).check(pdf.path)
        switch target {
        case .pdf:
            try pdf.publish(replacing: options.replaces)
        case .archive, .folder:
            try archive(
                review,
                plan: plan,
                manifest: manifest,
                pdf: (pdf.path, digest),
                seals: seals,
                to: file
            )
        }
        return .packed(
            PackedArchive(
                id: manifest.id.compact,
                printedID: manifest.id.description,
                path: file,
                manifest: manifest.hash,
                pages: plan.pageCount,
                pictures: plan.pictures.count,
                pdfSize: digest.size,
                isSealed: options.key != nil
            )
        )
    }

    private func checkFree(_ file: String) throws(PackagingError) {
        guard !options.replaces, access(file, F_OK) == 0 else { return }
        throw PackagingError(.outputExists, file)
    }

    private func write(
        _ layout: DocumentLayout,
        plan: DossierPlan,
        manifest: Manifest,
        _ review: FolderReview,
        _ seals: DossierSeals,
        to output: HashingOutput
    ) throws -> FileDigest {
        let style = resources.style
        let date = PDFDate(
            year: options.date.year,
            month: options.date.month,
            day: options.date.day
        )
        let metadata = PDFMetadata(
            title: style.text("documentTitle"),
            subject: style.text(
                "documentSubject",
                ["area": review.area.name, "year": "\(review.area.year)"]
            ),
            creator: "dossier \(options.toolVersion)",
            date: date,
            identifier: Array(manifest.hash.bytes.prefix(16)),
            colourProfile: resources.colourProfile
        )
        let attachment = PDFAttachment(
            name: "manifest.json",
            mediaType: "application/json",
            summary: style.text("attachmentSummary"),
            bytes: manifest.bytes
        )
        let slot = PDFSlot(
            name: DocumentSeal.fileName,
            mediaType: "text/plain",
            summary: style.text("sealSummary"),
            size: DocumentSeal.size
        ) { rest in
            let digest = output.hash(endingWith: rest)
            let pages = plan.pageCount - 1
            return try seals.documentSeal(digest, pages: pages, manifest, review).bytes
        }
        let pictures = plan.pictures.filter { $0.embedded != nil }.map(\.pdfPicture)
        do {
            try PDFWriter(fonts: fonts.library).write(
                layout,
                pictures: pictures,
                metadata: metadata,
                attachments: [attachment],
                slot: slot,
                to: output
            )
        } catch {
            throw output.failure ?? error
        }
        return output.digest
    }

    private func archive(
        _ review: FolderReview,
        plan: DossierPlan,
        manifest: Manifest,
        pdf: (path: String, digest: FileDigest),
        seals: DossierSeals,
        to file: String
    ) throws {
        let date = options.date
        var bag = try BagWriter(
            id: manifest.id.compact,
            info: [
                BagInfoField("Bag-Software-Agent", "dossier \(options.toolVersion)"),
                BagInfoField("Bagging-Date", date.description),
                BagInfoField("External-Identifier", manifest.id.description),
                BagInfoField("Internal-Sender-Identifier", review.area.id),
            ]
        )
        try bag.addPayload("dossier.pdf", .file(path: pdf.path, digest: pdf.digest))
        try bag.addPayload("manifest.json", .bytes(manifest.bytes))
        for picture in plan.pictures {
            let facts = picture.intake.picture.facts
            try bag.addPayload(
                ArchivePath(picture.archivePath),
                .file(
                    path: picture.intake.location,
                    digest: FileDigest(size: facts.size, hash: facts.hash)
                )
            )
        }
        for picture in plan.pictures {
            guard let repair = picture.intake.repair, let path = picture.originalPath else {
                continue
            }
            try bag.addPayload(
                ArchivePath(path),
                .file(
                    path: "\(review.folder.path)/\(repair.original.path)",
                    digest: FileDigest(size: repair.original.size, hash: repair.original.hash)
                )
            )
        }
        let writer = try ArchiveWriter(
            path: file,
            date: EntryDate(year: date.year, month: date.month, day: date.day),
            replacing: options.replaces
        )
        try bag.write(to: writer) { payload in
            guard let seal = try seals.archiveSeal(payload.hash, manifest, review) else {
                return []
            }
            return [TagFile("seal.txt", Array((seal.text + "\n").utf8))]
        }
    }
}
