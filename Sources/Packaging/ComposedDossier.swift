import PDFWriting
import PageLayout
import Registration
import Review
import Sealing
import TemplateCatalog

/// A dossier with all that is decided of it before it is drawn: plan, manifest, codes.
struct ComposedDossier {
    let review: FolderReview
    let materials: [FiledMaterial]
    let contents: DossierContents
    let plan: DossierPlan
    let manifest: Manifest
    let codes: [SheetCode]
    let seals: DossierSeals
    private let drawing: DossierDrawing
    private let resources: PackResources
    private let options: PackOptions
    private let profile: DossierProfile

    init(
        _ review: FolderReview,
        after predecessor: Predecessor?,
        resources: PackResources,
        fonts: DossierFonts,
        options: PackOptions
    ) throws {
        self.review = review
        self.resources = resources
        self.options = options
        profile = options.composition.settled(resources.profiles.standard)
        materials = review.filedMaterials
        contents = DossierContents(
            review,
            style: resources.style,
            texts: resources.findingTexts
        )
        seals = DossierSeals(area: review.area, options: options, codes: resources.examCodes)
        drawing = DossierDrawing(
            contents: contents,
            profile: profile,
            style: resources.style,
            sheets: resources.sheets,
            fonts: fonts.library,
            codeSide: max(
                resources.style.code.roomModules,
                try seals.largestCodeSide(isFirst: predecessor == nil)
            ),
            hasWatermark: options.composition.hasWatermark
        )
        plan = try drawing.plan(options.composition.limit)
        try Self.check(plan, options.composition.limit, contents)
        manifest = try Manifest(
            review,
            ManifestPages(
                materials: materials,
                plan: plan,
                resolutions: drawing.resolutions(plan),
                composition: options.composition.json(standard: resources.profiles.standard)
            ),
            issue: Manifest.Issue(
                toolVersion: options.toolVersion,
                date: options.date,
                areaHash: review.areaHash,
                predecessor: predecessor,
                record: options.record
            )
        )
        codes = try (0...plan.lastPage).map { [seals, manifest, plan] page in
            try seals.sheetCode(page: page, of: plan.lastPage, manifest, review)
        }
    }

    /// A volume that holds one picture and is still too large shows that the limit cannot be kept.
    private static func check(
        _ plan: DossierPlan,
        _ limit: VolumeLimit,
        _ contents: DossierContents
    ) throws(PackagingError) {
        for volume in plan.volumes {
            let bytes = volume.pictures.reduce(0) { $0 + contents.pictures[$1].size.rawValue }
            guard !limit.allows(pages: volume.sheets.count, bytes: bytes) else { continue }
            let count = volume.sheets.count
            throw PackagingError(
                .volumeTooSmall,
                "\(count)",
                reason: "\(limit.size(pages: count, bytes: bytes))"
            )
        }
    }

    /// Where each volume lies in the bag's payload.
    var volumeNames: [String] { ManifestPages.volumeNames(plan) }

    /// The texts of the codes that the pages of a volume bear, in their order; nil for a page that bears none.
    func codeTexts(ofVolume volume: Int) -> [String?] {
        plan.volumes[volume].sheets.map { sheet in sheet.number.map { codes[$0].text } }
    }

    /// Lays out the pages of a volume, one after the other.
    ///
    /// - Throws: `TableError` if a sheet's template cannot be laid out, or what `take` throws.
    func draw(volume: Int, _ take: (Page) throws -> Void) throws {
        try drawing.draw(plan, volume: volume, issue, take)
    }

    private var issue: DossierDrawing.Issue {
        DossierDrawing.Issue(
            codes: codes,
            seal: SheetSeal(key: options.key.map { "\($0.id)" }),
            date: options.date,
            version: options.toolVersion
        )
    }

    /// Draws a volume.
    ///
    /// - Throws: `PDFError`, or what the output failed with.
    func write(volume: Int, to output: HashingOutput) throws {
        let filed = materials.flatMap(\.pictures)
        let pictures = drawing.drawnPictures(plan.volumes[volume]).map { filed[$0].pdfPicture }
        do {
            var document = try GrowingPDF(
                fonts: drawing.library,
                metadata: metadata(ofVolume: volume),
                isTagged: true,
                attachments: [attachment],
                slot: slot(output),
                to: output
            )
            let codes = issue.codes(on: plan.volumes[volume].sheets)
            document.share(codes: codes.map(\.modules))
            try draw(volume: volume) { page in
                try document.add(page) { pictures[$0] }
            }
            try document.finish(bookmarks: drawing.bookmarks(plan.volumes[volume]))
        } catch {
            throw output.failure ?? error
        }
    }

    private func metadata(ofVolume volume: Int) -> PDFMetadata {
        let style = resources.style
        let date = options.date
        var title = style.text("documentTitle")
        var identifier = manifest.hash.bytes.prefix(16)
        if plan.volumes.count > 1 {
            let words = ["volume": "\(volume + 1)", "volumes": "\(plan.volumes.count)"]
            title += " " + style.text("coverVolume", words)
            identifier = ContentHash.of(manifest.hash.bytes + [UInt8(volume & 0xFF)]).bytes
                .prefix(16)
        }
        return PDFMetadata(
            title: title,
            subject: style.text(
                "documentSubject",
                ["area": review.area.name, "year": "\(review.area.year)"]
            ),
            creator: "dossier \(options.toolVersion)",
            date: PDFDate(year: date.year, month: date.month, day: date.day),
            identifier: Array(identifier),
            colourProfile: resources.colourProfile,
            opening: profile.pdfOpening
        )
    }

    private var attachment: PDFAttachment {
        PDFAttachment(
            name: "manifest.json",
            mediaType: "application/json",
            summary: resources.style.text("attachmentSummary"),
            bytes: manifest.bytes
        )
    }

    private func slot(_ output: HashingOutput) -> PDFSlot {
        PDFSlot(
            name: DocumentSeal.fileName,
            mediaType: "text/plain",
            summary: resources.style.text("sealSummary"),
            size: DocumentSeal.size
        ) { rest in
            let digest = output.hash(endingWith: rest)
            return try seals.documentSeal(digest, pages: plan.lastPage, manifest, review).bytes
        }
    }
}

extension DossierProfile {
    /// How a viewer opens the dossier, and how it is meant to be printed.
    fileprivate var pdfOpening: PDFOpening {
        PDFOpening(
            zoom: opening == .actualSize ? .trueSize : .wholePage,
            arrangement: isDuplex ? .book : nil,
            sides: isDuplex ? .bothLikeBook : nil,
            // A card at true size must come out of the printer so.
            printsTrueSize: true
        )
    }
}
