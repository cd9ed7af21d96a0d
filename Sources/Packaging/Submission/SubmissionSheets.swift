import PageLayout
import Registration
import TemplateCatalog

/// Lays out the pages of pictures to upload: a picture each and nothing else.
struct SubmissionSheets {
    let pictures: [SubmissionPicture]
    let profile: SubmissionProfile
    let style: DossierStyle
    /// What sets captions; nil where there are none.
    let measure: (any TextMeasuring)?

    var layout: DocumentLayout {
        var layout = DocumentLayout()
        for (index, picture) in pictures.enumerated() {
            var marks = figure(picture, index)
            // A material is one section, however many pages it takes.
            if picture.number == 1 { marks.insert(.begin(.section), at: 0) }
            if picture.number == picture.count { marks.append(.end) }
            layout.pages.append(Page(size: picture.paper, label: "\(index + 1)", marks: marks))
            if picture.number == 1 {
                layout.bookmarks.append(Bookmark(picture.material, page: index))
            }
        }
        return layout
    }

    private func figure(_ picture: SubmissionPicture, _ index: Int) -> [Mark] {
        let words = words(of: picture)
        var marks: [Mark] = [
            .begin(.figure(alternative: style.text("pictureAlternative", words), picture.box)),
            .picture(
                index: index,
                picture.box,
                turn: Turn(orientation: picture.facts.orientation)
            ),
            .end,
        ]
        if let measure {
            var canvas = SheetCanvas(label: "", measure: measure, style: style)
            canvas.line(
                style.text("submissionCaption", words),
                TextStyle(.hei, 8, colour: style.colours.soft),
                x: picture.paper.width / 2,
                y: picture.paper.height - profile.margin,
                .centre,
                limit: picture.paper.width - 2 * profile.margin,
                as: .paragraph
            )
            marks += canvas.page.marks
        }
        return marks
    }

    private func words(of picture: SubmissionPicture) -> [String: String] {
        [
            "material": picture.material, "number": "\(picture.number)",
            "count": "\(picture.count)",
        ]
    }
}
