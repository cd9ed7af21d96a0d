import FormLayout
import PageLayout
import Registration
import TemplateCatalog

extension DossierDrawing {
    /// The cover of a volume; only the first bears the cover's number.
    ///
    /// - Throws: `PackagingError` of code `coverTooLong` if its template takes more than a page.
    func cover(
        _ plan: DossierPlan,
        volume: Int,
        _ shown: [Int: Int],
        _ issue: Issue
    ) throws -> Page {
        let number = plan.volumes[volume].numbers.lowerBound
        let code = issue.codes[number]
        let picture = portrait(shown)
        let pages = try covers.pages(
            .cover,
            coverContents(plan, volume: volume, id: code.id, issue).answers,
            FormInserts(
                code: PageStamp(
                    code: code.modules,
                    alternative: style.text("codeAlternative"),
                    words: "",
                    captions: [code.id, "\(code.position)  \(code.hashPrefix)"]
                ),
                pictures: picture.map { ["portrait": $0] } ?? [:]
            )
        )
        guard pages.count == 1 else { throw PackagingError(.coverTooLong, "cover.yaml") }
        var canvas = SheetCanvas(
            label: number == 0 ? style.text("coverLabel") : "\(number)",
            measure: measure,
            style: style
        )
        for mark in pages[0].marks { canvas.add(mark) }
        if hasWatermark { mark(pages[0], on: &canvas) }
        return canvas.page
    }

    /// What the cover says.
    private func coverContents(
        _ plan: DossierPlan,
        volume: Int,
        id: String,
        _ issue: Issue
    ) -> CoverContents {
        let count = plan.volumes.count
        return CoverContents(
            values: contents.values,
            area: contents.areaTitle,
            archive: id,
            made: issue.date.description,
            volume: count > 1 ? CoverContents.Volume(number: volume + 1, count: count) : nil,
            materials: contents.presentMaterials.count,
            pictures: contents.pictures.count,
            repaired: contents.pictures.count { $0.isRepaired },
            pages: plan.lastPage,
            findings: CoverContents.Findings(
                errors: contents.errors,
                warnings: contents.warnings
            ),
            isMasked: contents.isMasked,
            key: issue.seal.key,
            version: issue.version
        )
    }

    private func portrait(_ shown: [Int: Int]) -> FormPicture? {
        guard let place = contents.portrait, let index = shown[place] else { return nil }
        let picture = contents.pictures[place]
        return FormPicture(
            index: index,
            proportions: Size(Double(picture.pixels.width), Double(picture.pixels.height)),
            turn: picture.turn,
            alternative: style.text("portraitAlternative")
        )
    }

    /// Draws words over the portrait: it shows who it is, as identity documents do.
    private func mark(_ page: Page, on canvas: inout SheetCanvas) {
        for mark in page.marks {
            if case .picture(_, let box, _) = mark {
                canvas.mark(box, with: style.text("watermark"))
            }
        }
    }

    /// The outline of a volume: its parts, its materials, and under each its pictures.
    func bookmarks(_ volume: DossierPlan.Volume) -> [Bookmark] {
        let materials = contents.presentMaterials
        var bookmarks: [Bookmark] = []
        var known: Set<String> = []
        var open: Int?
        for (page, sheet) in volume.sheets.enumerated() {
            guard let place = sheet.kind.material else {
                let name = sheet.kind.name
                guard sheet.kind != .blank, known.insert(name).inserted else { continue }
                bookmarks.append(Bookmark(style.text("outline-\(name)"), page: page))
                continue
            }
            let title = materials[place].title
            if open != place {
                bookmarks.append(Bookmark("\((place + 1).twoDigits) \(title)", page: page))
                open = place
            }
            for picture in sheet.pictures {
                let words = [
                    "material": title,
                    "number": "\(picture - materials[place].pictures.lowerBound + 1)",
                    "count": "\(materials[place].pictures.count)",
                ]
                bookmarks[bookmarks.count - 1].children.append(
                    Bookmark(style.text("outlinePicture", words), page: page)
                )
            }
        }
        return bookmarks
    }
}
