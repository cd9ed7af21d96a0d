import PDFWriting
import PageLayout
import Testing

struct NavigationTests {
    private func labels(
        _ labels: [String],
        _ road: Road = .atOnce
    ) throws -> (ParsedPDF, [PDFValue]) {
        let layout = DocumentLayout(pages: labels.map { Page(label: $0) })
        let pdf = try ParsedPDF(Sample.write(layout, road: road))
        return (pdf, try pdf.array(pdf.dictionary(pdf.catalog["PageLabels"])["Nums"]))
    }

    /// The label of a page by ISO 32000-1, 12.4.2: prefix, then the number counted from St.
    private func label(ofPage index: Int, _ numbers: [PDFValue], in pdf: ParsedPDF) throws -> String
    {
        var label = ""
        for pair in stride(from: 0, to: numbers.count - 1, by: 2) {
            let first = Int(try #require(numbers[pair].number))
            guard first <= index else { break }
            let entry = try pdf.dictionary(numbers[pair + 1])
            let start = entry["St"]?.number ?? 1
            #expect(start >= 1)
            let number = entry["S"] == .name("D") ? "\(Int(start) + index - first)" : ""
            label = (entry["P"]?.text ?? "") + number
        }
        return label
    }

    @Test(
        arguments: [
            ["1"], ["封面", "1", "2", "3"], ["封面", "目录", "1", "2"], ["1", "2", "封底"],
            ["3", "4", "1", "2"], ["1", "1", "1"], ["i", "ii", "1"], ["", "1"], ["𠮷(1)", "1"],
            // Numbers that a viewer would not count as they are printed are taken word for word.
            ["01", "02"], ["0", "1"], ["-1", "0"], ["+1", "+2"],
        ],
        Road.allCases
    )
    func `Every page has its printed number as its label`(printed: [String], road: Road) throws {
        let (pdf, numbers) = try labels(printed, road)
        for (index, expected) in printed.enumerated() {
            #expect(try label(ofPage: index, numbers, in: pdf) == expected)
        }
    }

    @Test func `A front page and a hundred numbers take two labels`() throws {
        let (_, numbers) = try labels(["封面"] + (1...100).map { "\($0)" })
        #expect(numbers.count == 4)
    }

    @Test(arguments: Road.allCases)
    func `The outline has the titles, the order and the pages of the bookmarks`(road: Road) throws {
        let bookmarks = [
            Bookmark("封面", page: 0),
            Bookmark(
                "𠮷 (身份证明) \\ <&>",
                page: 1,
                children: [Bookmark("正面", page: 1), Bookmark("反面", page: 2)]
            ),
            Bookmark("毕业证书", page: 2),
        ]
        let pages = ["封面", "1", "2"].map { Page(label: $0) }
        let layout = DocumentLayout(pages: pages, bookmarks: bookmarks)
        let pdf = try ParsedPDF(Sample.write(layout, road: road))
        let root = try pdf.dictionary(pdf.catalog["Outlines"])
        #expect(try entries(under: root, in: pdf) == bookmarks)
        #expect(try pdf.catalog["PageMode"] == .name("UseOutlines"))
    }

    private func entries(under parent: [String: PDFValue], in pdf: ParsedPDF) throws -> [Bookmark] {
        var bookmarks: [Bookmark] = []
        var next = parent["First"]
        while let entry = next {
            let values = try pdf.dictionary(entry)
            let destination = try pdf.array(values["Dest"])
            #expect(destination.dropFirst() == [.name("Fit")])
            let pages = try pdf.pages
            let page = try #require(pages.firstIndex { $0 == destination.first })
            bookmarks.append(
                Bookmark(
                    try #require(values["Title"]?.text),
                    page: page,
                    children: try entries(under: values, in: pdf)
                )
            )
            if values["Next"] == nil { #expect(parent["Last"] == entry) }
            next = values["Next"]
        }
        return bookmarks
    }

    @Test(arguments: Road.allCases)
    func `A document without bookmarks shows no outline`(road: Road) throws {
        let pdf = try ParsedPDF(Sample.write(Sample.text("医"), road: road))
        #expect(try pdf.catalog["PageMode"] != .name("UseOutlines"))
    }

    // 1 mm is 72/25.4 pt and PDF counts from the bottom: on A4, the box at (10, 20) of 30 by 5 mm reaches from
    // 28.346 to 113.386 and from 841.890 - 25 * 2.834646 = 771.024 to 841.890 - 20 * 2.834646 = 785.197 pt.
    @Test(arguments: Road.allCases)
    func `A link covers its box and leads to its page`(road: Road) throws {
        let pages = [
            Page(label: "1", marks: [.link(Box(10, 20, 30, 5), toPage: 1)]),
            Page(size: Size(100, 50), label: "2", marks: [.link(Box(0, 0, 100, 50), toPage: 0)]),
        ]
        let pdf = try ParsedPDF(Sample.write(DocumentLayout(pages: pages), road: road))
        let rectangles = [[28.346, 771.024, 113.386, 785.197], [0, 0, 283.465, 141.732]]
        for (page, expected) in rectangles.enumerated() {
            let annotations = try pdf.array(pdf.page(page)["Annots"])
            #expect(annotations.count == 1)
            let link = try pdf.dictionary(annotations.first)
            #expect(link["Subtype"] == .name("Link"))
            // Printable and not hidden (ISO 19005-3, 6.3.2).
            #expect(link["F"] == .number(4))
            let rectangle = try pdf.array(link["Rect"]).compactMap(\.number)
            #expect(rectangle.count == 4)
            for (one, other) in zip(rectangle, expected) { #expect(abs(one - other) < 0.002) }
            #expect(try pdf.array(link["Dest"]).first == pdf.pages[1 - page])
        }
    }

    @Test(arguments: Road.allCases)
    func `Pages have the sizes of their papers`(road: Road) throws {
        let sizes = [Size.a4, Size(297, 210), Size(100, 50)]
        let pages = sizes.map { Page(size: $0, label: "1") }
        let pdf = try ParsedPDF(Sample.write(DocumentLayout(pages: pages), road: road))
        let expected = [[595.276, 841.89], [841.89, 595.276], [283.465, 141.732]]
        for (index, size) in expected.enumerated() {
            let box = try pdf.array(pdf.page(index)["MediaBox"]).compactMap(\.number)
            #expect(box.prefix(2) == [0, 0])
            for (one, other) in zip(box.dropFirst(2), size) { #expect(abs(one - other) < 0.002) }
        }
    }
}
