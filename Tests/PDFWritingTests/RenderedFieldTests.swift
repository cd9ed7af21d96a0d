import PDFWriting
import PageLayout
import Testing

@Suite(.enabled(if: OutsideTool.pdftoppm != nil, "pdftoppm (poppler-utils) is not installed"))
struct RenderedFieldTests {
    private func page(_ fields: [(FormField, Box)]) throws -> RenderedPage {
        let marks = fields.map { Mark.field($0, $1) }
        return try RenderedPage(DocumentLayout(pages: [Page(label: "1", marks: marks)]))
    }

    @Test func `A tick darkens its box, and the outline of both stands in the middle`() throws {
        let boxes = [Box(20, 20, 30, 10), Box(20, 50, 30, 10)]
        let page = try page([
            (FieldSample.tick("a", "甲", value: "true"), boxes[0]),
            (FieldSample.tick("b", "乙"), boxes[1]),
        ])
        #expect(page.ink(boxes[0]) > page.ink(boxes[1]) + 0.02)
        for box in boxes {
            let square = Box(box.x + 10, box.y, 10, 10)
            #expect(page.ink(box.inset(right: 21)) + page.ink(box.inset(left: 21)) == 0)
            // 7 hundredths of the side, on four sides.
            #expect(page.ink(square) > 0.2)
        }
        #expect(page.ink(Box(31, 51, 8, 8)) == 0)
    }

    // 12 pt are 4.233 mm, so four characters are 16.93 mm wide, 0.706 mm from the edge.
    @Test(
        arguments: [
            (Paragraph.Alignment.start, 20.706), (.centre, 61.533), (.end, 102.361),
            (.justified, 20.706), (.distributed, 20.706),
        ]
    )
    func `A line stands where its field says`(alignment: Paragraph.Alignment, x: Double) throws {
        let field = FieldSample.line("a", "甲", alignment: alignment, value: "医师资格")
        let page = try page([(field, Box(20, 20, 100, 10))])
        let text = Box(x, 22.5, 16.933, 5)
        #expect(page.ink(text) > 0.1)
        #expect(page.inkOutside(text) == 0)
    }

    @Test func `Lines are broken and cut off at the edges`() throws {
        let box = Box(20, 20, 60, 20)
        let text = String(repeating: "医师资格考试", count: 5)
        let fits = try page([(FieldSample.lines("a", "甲", value: text), box)])
        // 13 characters a line, so two lines of 5.08 mm and a short one.
        #expect(fits.ink(Box(20, 20.7, 55, 10.2)) > 0.1)
        #expect(fits.inkOutside(Box(20, 20.7, 60, 15.3)) == 0)
        let long = String(repeating: text, count: 5)
        let cut = try page([(FieldSample.lines("a", "甲", value: long), box)])
        #expect(cut.ink(Box(20, 36, 60, 4)) > 0.05)
        #expect(cut.inkOutside(box.inset(-0.3)) == 0)
    }

    @Test func `A blank field leaves its box empty`() throws {
        let page = try page([(FieldSample.line("a", "甲"), Box(20, 20, 60, 10))])
        #expect(page.ink(Box(0, 0, 210, 297)) == 0)
    }
}
