import PageLayout

extension Page {
    /// The operators that draw the page; the tree, if there is one, takes note of its parts.
    ///
    /// - Parameters:
    ///   - number: The page's number in the document, from 0.
    ///   - fonts: Sets the text.
    ///   - tree: The parts of the document so far.
    ///   - shared: What pages have in common, if it is to be drawn once.
    ///   - pictureName: What the page calls a picture of the document's list.
    /// - Throws: `PDFError` if a glyph is missing, parts do not match or a picture has no name.
    /// - Returns: The bytes of the page's content.
    func content(
        number: Int,
        _ fonts: some TextSetting,
        _ tree: inout StructureTree?,
        _ shared: SharedDrawing? = nil,
        pictureName: (Int) throws(PDFError) -> String
    ) throws(PDFError) -> [UInt8] {
        var content = ContentStream(pageHeight: size.height)
        tree?.beginPage()
        var furniture = 0..<0
        var drawn = 0
        for (index, mark) in marks.enumerated() where index >= drawn {
            try tree?.follow(mark, at: .init(page: number, mark: index), &content)
            if let shared, let tree, !furniture.contains(index), content.mayShowForms {
                furniture = index..<self.furniture(from: index, tree)
                if let form = try shared.marks.form(for: marks[furniture], on: size) {
                    content.form(form.name)
                    drawn = index + form.count
                    continue
                }
            }
            switch mark {
            case .text, .rule, .box: try content.show(mark, fonts)
            case .code(let modules, let box):
                let (blocks, form) =
                    shared?.modules.parts(of: modules) ?? (modules.blocks, nil)
                content.code(blocks, form: form, side: modules.side, in: box)
            case .picture(let index, let box, let turn):
                content.picture(try pictureName(index), in: box, turn: turn)
            case .watermark(let mark): try fonts.show(mark, &content)
            case .link, .field, .begin, .end: break
            }
        }
        tree?.endPage(&content)
        return content.bytes
    }

    /// Where the marks end that belong to nothing that is read aloud.
    private func furniture(from start: Int, _ tree: StructureTree) -> Int {
        let end = marks[start...].firstIndex { mark in
            switch mark {
            case .rule, .box: false
            case .text: tree.ownsText
            default: true
            }
        }
        return end ?? marks.endIndex
    }

    /// The words drawn inside a box, in the order of drawing; nil if there are none.
    func words(in box: Box) -> String? {
        let words = marks.compactMap { mark -> String? in
            guard case .text(let text, let start, _) = mark,
                (box.x...box.right).contains(start.x), (box.y...box.bottom).contains(start.y)
            else { return nil }
            return text
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// The regions that lead to other pages, with the places of their marks.
    var links: [(mark: Int, box: Box, page: Int)] {
        // Nearly all pages have none, and a look at a mark takes less than a copy of it.
        let places = marks.indices.filter { if case .link = marks[$0] { true } else { false } }
        return places.compactMap { index in
            guard case .link(let box, let target) = marks[index] else { return nil }
            return (index, box, target)
        }
    }
}

extension ContentStream {
    /// Draws text, a line or a box.
    mutating func show(_ mark: Mark, _ fonts: some TextSetting) throws(PDFError) {
        switch mark {
        case .text(let text, let start, let style):
            try fonts.show(text, at: start, style, &self)
        case .rule(let from, let to, let stroke): rule(from: from, to: to, stroke)
        case .box(let box, let fill, let stroke): self.box(box, fill: fill, stroke: stroke)
        default: break
        }
    }
}
