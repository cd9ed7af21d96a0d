import PDFWriting
import PageLayout
import Registration
import Review
import TemplateCatalog

/// Lays out a whole dossier: cover, index, a page for each picture.
struct DossierDrawing {
    let review: FolderReview
    let style: DossierStyle
    let texts: FindingTexts
    let measure: any TextMeasuring

    /// Decides what stands on which page; `codeSide` is the number of modules of the largest code.
    func plan(codeSide: Int) -> DossierPlan {
        let frame = frame(pageCount: 0, codes: [], codeSide: codeSide)
        let resolution = { PictureSheet.resolution(of: $0, on: frame) }
        let draft = DossierPlan(review, indexPages: 1, resolution: resolution)
        let indexPages = index(draft).pageCount(measure: measure, frame: frame)
        return DossierPlan(review, indexPages: indexPages, resolution: resolution)
    }

    private func frame(pageCount: Int, codes: [SheetCode], codeSide: Int) -> SheetFrame {
        SheetFrame(
            style: style,
            areaName: areaTitle,
            candidateName: review.file.candidate.name,
            pageCount: pageCount,
            codes: codes,
            codeSide: codeSide
        )
    }

    /// The area with its year.
    private var areaTitle: String {
        style.text("areaTitle", ["area": review.area.name, "year": "\(review.area.year)"])
    }

    /// The pages with every code in its place.
    func layout(
        _ plan: DossierPlan,
        codes: [SheetCode],
        codeSide: Int,
        seal: SheetSeal,
        date: IssueDate,
        version: String
    ) -> DocumentLayout {
        let frame = frame(pageCount: plan.pageCount, codes: codes, codeSide: codeSide)
        var layout = DocumentLayout()
        layout.pages.append(
            cover(plan, code: codes[0], seal: seal, date: date, version: version)
        )
        layout.pages += index(plan).draw(frame: frame, measure: measure, firstPage: 1)
        layout.bookmarks = [
            Bookmark(style.text("outlineCover"), page: 0),
            Bookmark(style.text("outlineIndex"), page: 1),
        ]
        for material in plan.materials {
            let title = material.requirement.material.title
            var bookmark = Bookmark(
                "\(DossierPlan.twoDigits(material.number)) \(title)",
                page: material.pictures[0].page
            )
            for (position, picture) in material.pictures.enumerated() {
                let sheet = self.sheet(picture, at: position, of: material)
                layout.pages.append(sheet.draw(page: picture.page, frame: frame, measure: measure))
                bookmark.children.append(
                    Bookmark(
                        style.text(
                            "outlinePicture",
                            [
                                "material": title, "number": "\(position + 1)",
                                "count": "\(material.pictures.count)",
                            ]
                        ),
                        page: picture.page
                    )
                )
            }
            layout.bookmarks.append(bookmark)
        }
        return layout
    }

    private func cover(
        _ plan: DossierPlan,
        code: SheetCode,
        seal: SheetSeal,
        date: IssueDate,
        version: String
    ) -> Page {
        var canvas = SheetCanvas(
            label: style.text("coverLabel"),
            measure: measure,
            style: style
        )
        let errors = review.count(of: .error)
        let warnings = review.count(of: .warning)
        let findings =
            errors + warnings == 0
            ? style.text("coverFindingsNone")
            : style.text(
                "coverFindingsValue",
                ["errors": "\(errors)", "warnings": "\(warnings)"]
            )
        let sheet = CoverSheet(
            areaName: areaTitle,
            fields: style.coverFields.compactMap { field in
                value(of: field.value, id: code.id, date: date).map { (field.label, $0) }
            },
            totals: [
                total("coverMaterials", "coverMaterialsValue", plan.materials.count),
                total("coverPictures", "coverPicturesValue", plan.pictures.count),
                total("coverPages", "coverPagesValue", plan.pageCount - 1),
                (style.text("coverFindings"), findings),
            ],
            portrait: portrait(plan),
            codeTitle: style.text(seal.titleKey),
            codeBody: style.text(seal.bodyKey, ["key": seal.key ?? ""]),
            note: note(plan, version: version),
            code: code
        )
        sheet.draw(on: &canvas)
        return canvas.page
    }

    private func note(_ plan: DossierPlan, version: String) -> String {
        let repaired = plan.pictures.count { $0.intake.repair != nil }
        guard repaired > 0 else { return style.text("coverNote", ["version": version]) }
        return style.text("coverNoteRepaired", ["version": version, "count": "\(repaired)"])
    }

    private func total(_ label: String, _ value: String, _ count: Int) -> (String, String) {
        (style.text(label), style.text(value, ["count": "\(count)"]))
    }

    private func value(of key: String, id: String, date: IssueDate) -> String? {
        let candidate = review.file.candidate
        return switch key {
        case "name": candidate.name
        case "idKind": candidate.idKind
        case "maskedIDNumber": candidate.maskedIDNumber
        case "areaName": areaTitle
        case "date": date.description
        case "id": id
        default: candidate.profile[key]?.description
        }
    }

    /// The first usable picture of the material that holds the identity photo.
    private func portrait(_ plan: DossierPlan) -> CoverSheet.Portrait? {
        let photo = plan.materials.first {
            $0.requirement.material.pictureRule == review.area.photoRule
        }?.pictures.first
        guard let photo, let index = photo.embedded else { return nil }
        let facts = photo.intake.picture.facts
        return CoverSheet.Portrait(
            index: index,
            width: facts.uprightSize.width,
            height: facts.uprightSize.height,
            turn: Turn(orientation: facts.orientation)
        )
    }

    private func index(_ plan: DossierPlan) -> IndexSheet {
        let placed = Dictionary(
            uniqueKeysWithValues: plan.materials.map { ($0.requirement.material.id, $0) }
        )
        let rows = review.requirements.compactMap { requirement -> IndexSheet.Row? in
            let pictures = placed[requirement.material.id]?.pictures ?? []
            guard requirement.isRequired || !pictures.isEmpty else { return nil }
            let pages = pictures.map(\.page)
            return IndexSheet.Row(
                title: requirement.material.title,
                need: style.text(requirement.needText),
                count: pictures.count,
                pages: pages.first.flatMap { first in
                    pages.last.map { first...$0 }
                }
            )
        }
        let remarks = review.findings.filter { $0.severity > .note }.map { finding in
            IndexSheet.Remark(
                weight: finding.severity == .error ? .error : .warning,
                text: texts.sentence(for: finding, in: .zh, area: review.area)
            )
        }
        return IndexSheet(rows: rows, remarks: remarks)
    }

    private func sheet(
        _ picture: DossierPlan.PlacedPicture,
        at position: Int,
        of material: DossierPlan.PlacedMaterial
    ) -> PictureSheet {
        let facts = picture.intake.picture.facts
        return PictureSheet(
            materialNumber: material.number,
            materialTitle: material.requirement.material.title,
            number: position + 1,
            count: material.pictures.count,
            picture: picture.embedded,
            pixels: facts.uprightSize,
            dpi: picture.dpi,
            turn: Turn(orientation: facts.orientation),
            fileName: caption(of: picture.intake),
            bytes: facts.size.description,
            hash: String(facts.hash.hex.prefix(16)),
            unusable: picture.embedded == nil
                ? (reason(why: picture), "data/\(picture.archivePath)") : nil
        )
    }
}

extension DossierDrawing {
    /// The file's name, and that it is not the candidate's own file where it is not.
    private func caption(of intake: IntakePicture) -> String {
        guard let repair = intake.repair else { return intake.fileName }
        var words: [String] = []
        for step in repair.steps {
            let word = style.text("repair-\(step.name)")
            // A picture may be scaled twice; once is enough to say.
            if !words.contains(word) { words.append(word) }
        }
        return style.text(
            "captionRepaired",
            ["file": intake.fileName, "steps": words.joined(separator: "、")]
        )
    }

    /// The first error that the check found in a picture that cannot be embedded, else its format.
    private func reason(why picture: DossierPlan.PlacedPicture) -> String {
        let path = picture.intake.picture.path
        let finding = review.findings.first { $0.picture == path && $0.severity == .error }
        return finding.map { texts.sentence(for: $0, in: .zh, area: review.area) }
            ?? picture.intake.picture.facts.format.title
    }
}

extension Requirement {
    /// The key of the sheet text that names the need.
    fileprivate var needText: String {
        switch need {
        case .required: "needRequired"
        case .notRequired: material.isOptional ? "needOptional" : "needNotRequired"
        case .cannotTell: "needUnknown"
        }
    }
}
