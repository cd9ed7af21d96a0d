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
    }

    let contents: DossierContents
    let profile: DossierProfile
    let style: DossierStyle
    let library: FontLibrary
    /// The number of modules along the side of the largest code: room for it is kept on every page.
    let codeSide: Int

    /// Prepares to lay out a dossier as its profile wants it.
    init(
        contents: DossierContents,
        profile: DossierProfile,
        style: DossierStyle,
        fonts: FontLibrary,
        codeSide: Int
    ) {
        self.contents = contents
        self.profile = profile
        var style = style
        if let colours = profile.colours { style.colours = colours }
        self.style = style
        library = fonts
        self.codeSide = codeSide
    }

    var measure: any TextMeasuring { library }

    /// Decides what stands on which page.
    func plan(_ limit: VolumeLimit = VolumeLimit()) -> DossierPlan {
        SheetPlanner(
            profile: profile,
            limit: limit,
            materials: contents.presentMaterials.map { material in
                SheetPlanner.Material(pictures: material.pictures) { first in
                    material.isIdentity && isCard(first) && isCard(first + 1)
                }
            },
            sizes: contents.pictures.map { $0.drawn == nil ? 0 : $0.size.rawValue },
            portrait: contents.portrait.flatMap { contents.pictures[$0].drawn == nil ? nil : $0 },
            pageCount: pageCount
        ).plan()
    }

    /// Pixels per inch of each picture as its own page prints it; nil for one that cannot be drawn.
    func resolutions(_ plan: DossierPlan) -> [Int?] {
        let arrangements = plan.arrangements
        return contents.pictures.enumerated().map { index, picture in
            guard picture.drawn != nil, let arrangement = arrangements[index] else { return nil }
            return placing.resolution(of: picture.pixels, arrangement)
        }
    }

    private var placing: PicturePlacing { PicturePlacing(style: style, frame: frame(nil, [])) }

    private func isCard(_ index: Int) -> Bool {
        let picture = contents.pictures[index]
        return picture.drawn != nil
            && style.picture.isCard(width: picture.pixels.width, height: picture.pixels.height)
    }

    private func pageCount(of part: DossierProfile.Part) -> Int {
        switch part {
        case .cover: 1
        // How many volumes there are, and which page stands where, does not change its length.
        case .index: index(nil).pageCount(measure: measure, frame: frame(nil, []))
        default: 0
        }
    }

    /// The pages of a volume with every code in its place.
    func layout(_ plan: DossierPlan, volume position: Int, _ issue: Issue) -> DocumentLayout {
        let volume = plan.volumes[position]
        let shown = Dictionary(
            uniqueKeysWithValues: volume.pictures.filter { contents.pictures[$0].drawn != nil }
                .enumerated().map { ($1, $0) }
        )
        let starts = volume.starts
        let index = index(plan).draw(
            frame: frame(plan, issue.codes),
            measure: measure,
            volume: volume
        )
        var layout = DocumentLayout()
        for (place, sheet) in volume.sheets.enumerated() {
            let frame = frame(plan, issue.codes).on(sheet)
            var page: Page
            switch sheet.kind {
            case .cover: page = cover(plan, volume: position, frame, shown, issue)
            case .index(let part): page = index[part]
            case .pictures(let material, let arrangement):
                page = pictures(sheet, ofMaterial: material, arrangement, frame, shown)
            case .contact: page = contact(sheet, plan, frame, shown)
            case .blank: page = blank(frame)
            case .checklist, .review, .reference, .divider: page = blank(frame)
            }
            // A material is one section, however many pages it takes.
            if let material = sheet.kind.material {
                if starts[material]?.lowerBound == place {
                    page.marks.insert(.begin(.section), at: 0)
                }
                if starts[material]?.upperBound == place { page.marks.append(.end) }
            }
            layout.pages.append(page)
        }
        layout.bookmarks = bookmarks(volume)
        return layout
    }

    /// What the pictures of a volume are drawn from, in the order in which its pages refer to them.
    func drawnPictures(_ volume: DossierPlan.Volume) -> [Int] {
        volume.pictures.filter { contents.pictures[$0].drawn != nil }
    }

    private func frame(_ plan: DossierPlan?, _ codes: [SheetCode]) -> SheetFrame {
        SheetFrame(
            style: style,
            areaName: contents.areaTitle,
            candidateName: contents.name,
            lastPage: plan?.lastPage ?? 0,
            codes: codes,
            codeSide: codeSide
        )
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

    private func index(_ plan: DossierPlan?) -> IndexSheet {
        let pages = plan?.pages ?? [:]
        return IndexSheet(
            rows: contents.materials.map { material in
                let numbers = material.pictures.compactMap { pages[$0] }
                return IndexSheet.Row(
                    title: material.title,
                    need: material.need,
                    count: material.pictures.count,
                    pages: numbers.first.flatMap { first in numbers.last.map { first...$0 } }
                )
            },
            remarks: contents.remarks
        )
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
            arrangement: arrangement
        ).draw(frame: frame, measure: measure)
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
                    picture: contents.pictures[index]
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
