import PageLayout
import Registration
import TemplateCatalog

extension DossierDrawing {
    /// The cover of a volume; only the first bears the cover's number.
    func cover(
        _ plan: DossierPlan,
        volume: Int,
        _ frame: SheetFrame,
        _ shown: [Int: Int],
        _ issue: Issue
    ) -> Page {
        let number = plan.volumes[volume].numbers.lowerBound
        let code = issue.codes[number]
        var canvas = SheetCanvas(
            label: number == 0 ? style.text("coverLabel") : "\(number)",
            measure: measure,
            style: style
        )
        CoverSheet(
            areaName: contents.areaTitle,
            volume: volumeText(volume, of: plan),
            fields: style.coverFields.compactMap { field in
                value(of: field.value, id: code.id, issue).map { (field.label, $0) }
            },
            totals: totals(plan),
            portrait: portrait(shown),
            codeTitle: style.text(issue.seal.titleKey),
            codeBody: style.text(issue.seal.bodyKey, ["key": issue.seal.key ?? ""]),
            note: note(version: issue.version),
            code: code
        ).draw(on: &canvas)
        return canvas.page
    }

    private func volumeText(_ volume: Int, of plan: DossierPlan) -> String? {
        guard plan.volumes.count > 1 else {
            return contents.isMasked ? style.text("coverSubtitleMasked") : nil
        }
        return style.text(
            "coverVolume",
            ["volume": "\(volume + 1)", "volumes": "\(plan.volumes.count)"]
        )
    }

    private func value(of key: String, id: String, _ issue: Issue) -> String? {
        switch key {
        case "date": issue.date.description
        case "id": id
        default: contents.values[key]
        }
    }

    private func totals(_ plan: DossierPlan) -> [(String, String)] {
        func total(_ label: String, _ value: String, _ count: Int) -> (String, String) {
            (style.text(label), style.text(value, ["count": "\(count)"]))
        }
        let findings =
            contents.errors + contents.warnings == 0
            ? style.text("coverFindingsNone")
            : style.text(
                "coverFindingsValue",
                ["errors": "\(contents.errors)", "warnings": "\(contents.warnings)"]
            )
        return [
            total("coverMaterials", "coverMaterialsValue", contents.presentMaterials.count),
            total("coverPictures", "coverPicturesValue", contents.pictures.count),
            total("coverPages", "coverPagesValue", plan.lastPage),
            (style.text("coverFindings"), findings),
        ]
    }

    private func note(version: String) -> String {
        if contents.isMasked { return style.text("coverNoteMasked", ["version": version]) }
        let repaired = contents.pictures.count { $0.isRepaired }
        guard repaired > 0 else { return style.text("coverNote", ["version": version]) }
        return style.text("coverNoteRepaired", ["version": version, "count": "\(repaired)"])
    }

    private func portrait(_ shown: [Int: Int]) -> CoverSheet.Portrait? {
        guard let place = contents.portrait, let index = shown[place] else { return nil }
        let picture = contents.pictures[place]
        return CoverSheet.Portrait(
            index: index,
            pixels: picture.pixels,
            turn: picture.turn,
            // It shows who it is, as identity documents do.
            watermark: hasWatermark ? style.text("watermark") : nil
        )
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
