import PDFWriting
import PageLayout
import Testing

/// What stands on many pages is written once, and nobody sees that.
struct RecurringMarksTests {
    private static let small = TextStyle(.hei, 8, colour: Colour(102, 98, 92))
    private static let spaced = TextStyle(.song, 12, tracking: 1)

    /// Front and back pages with a header of their own, a number, and one line of words.
    private static func layout(count: Int) -> DocumentLayout {
        DocumentLayout(
            pages: (0..<count).map { number in
                let shift = number % 2 == 0 ? 0.0 : 10
                let header: [Mark] = [
                    .text("医师资格考试报名材料 湖南考区", at: Point(20 + shift, 15), small),
                    .rule(from: Point(20, 17), to: Point(180, 17), Stroke(0.2, dash: 1)),
                    .text("第 \(number + 1) 页", at: Point(90, 280), small),
                ]
                let words = [Mark.text("第\(number)号 毕业证书", at: Point(30, 60), spaced)]
                let footer: [Mark] = [
                    .text("7QK2M-0F9TX-4B1RA-ZZ30E", at: Point(150, 270), small),
                    .text("\(number)/\(count)", at: Point(150, 275), small),
                ]
                return Page(
                    label: "\(number + 1)",
                    marks: header + TaggedSample.part(.paragraph, words) + footer
                )
            }
        )
    }

    @Test(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
    func `A header is a form from its second page on`() throws {
        let pdf = try ParsedPDF(Sample.write(Self.layout(count: 8), road: .pageByPage))
        let forms = (0..<8).map { page -> Set<PDFValue> in
            guard let shown = try? pdf.resources("XObject", ofPage: page) else { return [] }
            return Set(shown.values)
        }
        #expect(forms[0].isEmpty && forms[1].isEmpty)
        #expect(forms[2].count == 1)
        for page in 4..<8 { #expect(forms[page] == forms[page - 2]) }
        let isApart = forms[2].isDisjoint(with: forms[3])
        #expect(isApart)
    }

    @Test(.enabled(if: OutsideTool.pdftotext != nil, "pdftotext (poppler-utils) is not installed"))
    func `Pages with a header say the same, written at once or page by page`() throws {
        let texts = try Road.allCases.map { road in
            let bytes = try Sample.write(Self.layout(count: 6), compressed: true, road: road)
            return try output(of: .pdftotext, ["-layout", "FILE", "-"], bytes)
        }
        #expect(texts[0].contains("湖南考区") && texts[0].contains("7QK2M-0F9TX-4B1RA-ZZ30E"))
        #expect(texts[0] == texts[1])
    }

    @Test(
        .enabled(if: OutsideTool.pdftoppm != nil, Comment(rawValue: RenderedPage.condition)),
        arguments: 1...6
    )
    func `Pages with a header look alike, written at once or page by page`(page: Int) throws {
        let maps = try Road.allCases.map { road in
            try RenderedPage(Self.layout(count: 6), road: road, page: page).map
        }
        #expect(maps[0].samples == maps[1].samples)
    }

    // ISO 14289-1, 7.1: a header is an artifact, as a form too.
    @Test(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
    func `A form stands in an artifact`() throws {
        let bytes = try Sample.write(Self.layout(count: 4), road: .pageByPage)
        let pdf = try ParsedPDF(bytes, inflated: true)
        let isFirst = try pdf.content(ofPage: 3).hasPrefix("/Artifact BMC\n/S")
        #expect(isFirst)
    }
}
