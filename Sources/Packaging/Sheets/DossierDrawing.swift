import FormLayout
import PDFWriting
import PageLayout
import Registration
import TemplateCatalog

/// Lays out a dossier: every sheet of its plan.
struct DossierDrawing {
    /// What is known only when the dossier is made.
    struct Issue {
        /// The codes of the numbered pages, the cover's first.
        var codes: [SheetCode]
        var seal: SheetSeal
        var date: IssueDate
        var version: String

        /// The codes that sheets bear, in their order.
        func codes(on sheets: [DossierPlan.Sheet]) -> [SheetCode] {
            sheets.compactMap { sheet in sheet.number.map { codes[$0] } }
        }
    }

    let contents: DossierContents
    let profile: DossierProfile
    let style: DossierStyle
    let library: FontLibrary
    /// The number of modules along the side of the largest code: room for it is kept on every page.
    let codeSide: Int
    let hasWatermark: Bool
    let templates: SheetTemplates
    /// The room on the front of a leaf that sheets take.
    let place: FormPlace
    private let sheets: DossierSheets
    /// The same on the cover, which has all of the page.
    let covers: DossierSheets

    /// Prepares to lay out a dossier as its profile wants it.
    init(
        contents: DossierContents,
        profile: DossierProfile,
        style: DossierStyle,
        sheets: SheetTemplates,
        fonts: FontLibrary,
        codeSide: Int,
        hasWatermark: Bool = false
    ) {
        self.contents = contents
        self.profile = profile
        var style = style
        if let colours = profile.colours { style.colours = colours }
        self.style = style
        library = fonts
        self.codeSide = codeSide
        self.hasWatermark = hasWatermark
        let frame = SheetFrame(contents, style: self.style, plan: nil, codes: [], codeSide)
        templates = sheets
        place = frame.place
        let colours = self.style.colours
        func laid(in place: FormPlace) -> DossierSheets {
            DossierSheets(sheets, colours: colours, measure: fonts, place: place)
        }
        self.sheets = laid(in: frame.place)
        covers = laid(in: FormPlace(content: frame.area))
    }

    var measure: any TextMeasuring { library }

    /// Decides what stands on which page.
    ///
    /// - Throws: `TableError` if a sheet's template cannot be laid out.
    func plan(_ limit: VolumeLimit = VolumeLimit()) throws(TableError) -> DossierPlan {
        let lengths = try lengths()
        return SheetPlanner(
            profile: profile,
            limit: limit,
            materials: contents.presentMaterials.map { material in
                SheetPlanner.Material(pictures: material.pictures, isPair: isPair)
            },
            sizes: contents.pictures.map { $0.isDrawn ? $0.size.rawValue : 0 },
            portrait: contents.portrait.flatMap { contents.pictures[$0].isDrawn ? $0 : nil },
            lengths: lengths
        ).plan()
    }

    /// How many pages each part takes.
    ///
    /// - Throws: `TableError` if a sheet's template cannot be laid out.
    func lengths() throws(TableError) -> PartLengths {
        let said = sheetContents(nil)
        return PartLengths(
            index: try sheets.pages(.index, contents.index(nil, style).answers).count,
            checklist: profile.parts.contains(.checklist)
                ? checklist(nil, date: Self.anyDay).count : 0,
            review: profile.parts.contains(.review)
                ? try sheets.pages(.review, said.review).count : 0,
            reference: profile.parts.contains(.reference)
                ? try sheets.pages(.reference, said.reference).count : 0,
            dividers: profile.hasDividers ? try dividers(said).map(\.count) : []
        )
    }

    /// Pixels per inch of each picture as its own page prints it; nil for one that cannot be drawn.
    func resolutions(_ plan: DossierPlan) -> [Int?] {
        let arrangements = plan.arrangements
        return contents.pictures.enumerated().map { index, picture in
            guard picture.isDrawn, let arrangement = arrangements[index] else { return nil }
            return placing.resolution(of: picture.pixels, arrangement)
        }
    }

    var placing: PicturePlacing { PicturePlacing(style: style, frame: frame(nil, [])) }

    /// Whether a picture and the next are the sides of a card.
    func isPair(_ first: Int) -> Bool {
        let material = contents.materials.first { $0.pictures.contains(first) }
        guard let material, material.isIdentity, material.pictures.contains(first + 1) else {
            return false
        }
        return profile.pairsCards && isCard(first) && isCard(first + 1)
    }

    private func isCard(_ index: Int) -> Bool {
        let picture = contents.pictures[index]
        return picture.isDrawn
            && style.picture.isCard(width: picture.pixels.width, height: picture.pixels.height)
    }

    /// A day as long as any.
    private static let anyDay = "0000-00-00"

    /// What the sheets say; while there is no plan, with an id as long as any and no page numbers.
    private func sheetContents(_ plan: DossierPlan?, _ issue: Issue? = nil) -> SheetContents {
        contents.sheetContents(
            plan,
            id: issue?.codes.first?.id ?? "00000-00000-00000",
            date: issue?.date.description ?? Self.anyDay
        )
    }

    private func dividers(_ said: SheetContents) throws(TableError) -> [[Page]] {
        var pages: [[Page]] = []
        for material in said.materials.indices {
            pages.append(try sheets.pages(.divider, said.divider(before: material)))
        }
        return pages
    }

    /// Lays out the pages of a volume with every code in its place, one after the other.
    ///
    /// - Throws: `TableError` if a sheet's template cannot be laid out, or what `take` throws.
    func draw(
        _ plan: DossierPlan,
        volume position: Int,
        _ issue: Issue,
        _ take: (Page) throws -> Void
    ) throws {
        let volume = plan.volumes[position]
        let shown = Dictionary(
            uniqueKeysWithValues: volume.pictures.filter { contents.pictures[$0].isDrawn }
                .enumerated().map { ($1, $0) }
        )
        let starts = volume.starts
        let index = try sheets.pages(
            .index,
            contents.index(plan, style).answers,
            FormInserts(targets: ["materials": contents.indexTargets(plan, volume)])
        )
        let hasChecklist = volume.sheets.contains { $0.kind.name == "checklist" }
        let checklist = hasChecklist ? checklist(plan, date: issue.date.description) : []
        let said = sheetContents(plan, issue)
        for (place, sheet) in volume.sheets.enumerated() {
            let frame = frame(plan, issue.codes).on(sheet)
            var page: Page
            switch sheet.kind {
            case .cover: page = try cover(plan, volume: position, shown, issue)
            case .index(let part): page = self.sheet(index[part], in: frame)
            case .pictures(let material, let arrangement):
                page = pictures(sheet, ofMaterial: material, arrangement, frame, shown)
            case .contact: page = contact(sheet, plan, frame, shown)
            case .blank: page = blank(frame)
            case .checklist(let part): page = self.sheet(checklist[part], in: frame)
            case .review(let part):
                page = self.sheet(try sheets.pages(.review, said.review)[part], in: frame)
            case .reference(let part):
                page = self.sheet(try sheets.pages(.reference, said.reference)[part], in: frame)
            case .divider(let material, let part):
                let pages = try sheets.pages(.divider, said.divider(before: material))
                page = self.sheet(pages[part], in: frame)
            }
            // A material is one section, however many pages it takes.
            if let material = sheet.kind.material {
                if starts[material]?.lowerBound == place {
                    page.marks.insert(.begin(.section), at: 0)
                }
                if starts[material]?.upperBound == place { page.marks.append(.end) }
            }
            try take(page)
        }
    }

    /// What the pictures of a volume are drawn from, in the order in which its pages refer to them.
    func drawnPictures(_ volume: DossierPlan.Volume) -> [Int] {
        volume.pictures.filter { contents.pictures[$0].isDrawn }
    }

    private func frame(_ plan: DossierPlan?, _ codes: [SheetCode]) -> SheetFrame {
        SheetFrame(contents, style: style, plan: plan, codes: codes, codeSide)
    }

    /// A page of a template in the frame of its page.
    private func sheet(_ page: Page, in frame: SheetFrame) -> Page {
        var canvas = frame.open(measure: measure)
        for mark in page.moved(right: frame.shift).marks { canvas.add(mark) }
        return frame.close(canvas)
    }

    private func blank(_ frame: SheetFrame) -> Page {
        var canvas = frame.open(measure: measure)
        canvas.line(
            style.text("pageBlank"),
            TextStyle(.hei, 12, colour: style.colours.line, tracking: 2),
            x: frame.content.centre,
            y: frame.content.middle,
            .centre,
            as: .paragraph
        )
        return frame.close(canvas)
    }

    private func pictures(
        _ sheet: DossierPlan.Sheet,
        ofMaterial place: Int,
        _ arrangement: DossierPlan.Arrangement,
        _ frame: SheetFrame,
        _ shown: [Int: Int]
    ) -> Page {
        let material = contents.presentMaterials[place]
        return PictureSheet(
            materialNumber: place + 1,
            materialTitle: material.title,
            count: material.pictures.count,
            pictures: sheet.pictures.map { index in
                PictureSheet.Item(
                    number: index - material.pictures.lowerBound + 1,
                    index: shown[index],
                    picture: contents.pictures[index]
                )
            },
            arrangement: arrangement,
            watermark: watermark(over: material)
        ).draw(frame: frame, measure: measure)
    }

    /// The words over a material's pictures, wherever they stand; nil for none.
    private func watermark(over material: DossierContents.Material) -> String? {
        hasWatermark && material.isIdentity ? style.text("watermark") : nil
    }

    private func contact(
        _ sheet: DossierPlan.Sheet,
        _ plan: DossierPlan,
        _ frame: SheetFrame,
        _ shown: [Int: Int]
    ) -> Page {
        let pages = plan.pages
        let materials = contents.presentMaterials
        return ContactSheet(
            items: sheet.pictures.compactMap { index in
                guard let place = materials.firstIndex(where: { $0.pictures.contains(index) })
                else { return nil }
                return ContactSheet.Item(
                    label:
                        "\((place + 1).twoDigits)-\(index - materials[place].pictures.lowerBound + 1)",
                    title: materials[place].title,
                    page: pages[index],
                    index: shown[index],
                    picture: contents.pictures[index],
                    watermark: watermark(over: materials[place])
                )
            },
            perPage: profile.thumbnailsPerPage
        ).draw(frame: frame, measure: measure)
    }
}

extension DossierPlan.Volume {
    /// The places of the first and the last page of each material among the volume's sheets.
    fileprivate var starts: [Int: ClosedRange<Int>] {
        var starts: [Int: ClosedRange<Int>] = [:]
        for (place, sheet) in sheets.enumerated() {
            guard let material = sheet.kind.material else { continue }
            starts[material] = (starts[material]?.lowerBound ?? place)...place
        }
        return starts
    }
}
