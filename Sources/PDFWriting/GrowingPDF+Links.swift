import PageLayout

extension GrowingPDF {
    /// Adds the regions of a page that lead to other pages.
    mutating func addLinks(of page: Page, to text: inout ObjectText) -> GrowingLinks {
        let links = page.links
        var made = GrowingLinks()
        guard !links.isEmpty else { return made }
        text.add("/Annots[")
        for link in links {
            var annotation = ObjectText("<</Type/Annot/Subtype/Link/Rect[")
            for corner in link.box.corners(onPageOfHeight: page.size.height) {
                annotation.add(ContentText.Number(corner))
            }
            // PDF/A wants annotations printable and not hidden (ISO 19005-3, 6.3.2).
            annotation.add("]/Border[0 0 0]/F 4/Dest")
            // The height of a page that is still to come is not known; this one's is what it most likely has.
            let height = pages.height(ofPage: link.page) ?? page.size.height
            annotation.add(
                destination: pages.number(ofPage: link.page, in: file),
                opening.target(from: nil, onPageOfHeight: height)
            )
            if let key = structure?.nextKey() {
                annotation.add("/Contents")
                annotation.add(text: page.words(in: link.box) ?? "\(link.page + 1)")
                annotation.add("/StructParent")
                annotation.add(key)
                made.keys[link.mark] = key
            }
            annotation.add(">>")
            let number = file.add(annotation)
            made.numbers[link.mark] = number
            text.add(reference: number)
        }
        text.add("]")
        return made
    }
}

extension ObjectText {
    /// Adds what leads to a page: to a height in points, or to the page whole.
    mutating func add(destination page: Int, _ top: Double?) {
        add("[")
        add(reference: page)
        if let top {
            add("/XYZ 0")
            add(ContentText.Number(top))
            add(" null]")
        } else {
            add("/Fit]")
        }
    }
}

extension LabelCounting.Change {
    /// What a tree of labels says (ISO 32000-1, 12.4.2).
    var text: ObjectText {
        var text = ObjectText("<<")
        switch self {
        case .number(let number):
            text.add("/S/D/St")
            text.add(number)
        case .words(let words):
            text.add("/P")
            text.add(text: words)
        }
        text.add(">>")
        return text
    }
}
