import PageLayout

extension Page {
    /// The operators that draw the page; the tree, if there is one, takes note of its parts.
    ///
    /// - Parameters:
    ///   - number: The page's number in the document, from 0.
    ///   - fonts: Sets the text.
    ///   - tree: The parts of the document so far.
    ///   - pictureName: What the page calls a picture of the document's list.
    /// - Throws: `PDFError` if a glyph is missing, parts do not match or a picture has no name.
    /// - Returns: The bytes of the page's content.
    func content(
        number: Int,
        _ fonts: some TextSetting,
        _ tree: inout StructureTree?,
        pictureName: (Int) throws(PDFError) -> String
    ) throws(PDFError) -> [UInt8] {
        var content = ContentStream(pageHeight: size.height)
        tree?.beginPage()
        for (index, mark) in marks.enumerated() {
            try tree?.follow(mark, at: .init(page: number, mark: index), &content)
            switch mark {
            case .text(let text, let start, let style):
                try fonts.show(text, at: start, style, &content)
            case .rule(let from, let to, let stroke): content.rule(from: from, to: to, stroke)
            case .box(let box, let fill, let stroke): content.box(box, fill: fill, stroke: stroke)
            case .code(let modules, let box): content.code(modules, in: box)
            case .picture(let index, let box, let turn):
                content.picture(try pictureName(index), in: box, turn: turn)
            case .watermark(let mark): try fonts.show(mark, &content)
            case .link, .field, .begin, .end: break
            }
        }
        tree?.endPage(&content)
        return content.bytes
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
