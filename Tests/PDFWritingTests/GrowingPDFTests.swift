import PDFWriting
import PageLayout
import Testing

struct GrowingPDFTests {
    /// What a tool prints about a layout, written in both ways.
    private func printed(
        by tool: OutsideTool?,
        _ arguments: [String],
        _ layout: DocumentLayout
    ) throws -> [String] {
        try Road.allCases.map { road in
            let bytes = try Sample.write(
                layout,
                pictures: TaggedSample.pictures,
                compressed: true,
                road: road
            )
            return try output(of: tool, arguments, bytes)
        }
    }

    @Test(
        .enabled(if: OutsideTool.pdfinfo != nil, "pdfinfo (poppler-utils) is not installed"),
        arguments: ["-struct", "-url", "-dests"]
    )
    func `A document has the same parts, written at once or page by page`(option: String) throws {
        let texts = try printed(by: .pdfinfo, [option, "FILE"], TaggedSample.layout)
        // Objects have other numbers, and notes other names.
        let parts = texts.map { text in
            text.split(separator: "\n").map { $0.prefix { $0 != "<" && !$0.isNumber } }
        }
        #expect(parts[0] == parts[1])
    }

    @Test(.enabled(if: OutsideTool.pdftotext != nil, "pdftotext (poppler-utils) is not installed"))
    func `Characters that share a glyph are told apart`() throws {
        let layout = DocumentLayout(
            pages: ["一⼀金", "⾦金⼀一𠀁", "医"].map { Sample.page([($0, .song)], label: "1") }
        )
        let texts = try printed(by: .pdftotext, ["FILE", "-"], layout)
        #expect(texts[1] == "一⼀金\n\n\u{c}⾦金⼀一𠀁\n\n\u{c}医\n\n\u{c}")
        #expect(texts[0] == texts[1])
    }

    @Test(.enabled(if: OutsideTool.pdftoppm != nil, Comment(rawValue: RenderedPage.condition)))
    func `A page looks alike, written at once or page by page`() throws {
        let maps = try Road.allCases.map { road in
            try RenderedPage(TaggedSample.layout, pictures: TaggedSample.pictures, road: road).map
        }
        #expect(maps[0].samples == maps[1].samples)
    }

    // ISO 32000-1, 7.7.3: a node counts the pages under it, and every page names its node.
    @Test(arguments: [1, 64, 65, 300])
    func `The tree of pages counts them`(count: Int) throws {
        let pages = (0..<count).map { Page(label: "\($0 + 1)") }
        let pdf = try ParsedPDF(Sample.write(DocumentLayout(pages: pages), road: .pageByPage))
        let root = try pdf.dictionary(pdf.catalog["Pages"])
        #expect(root["Count"] == .number(Double(count)))
        var sum = 0
        for node in try pdf.array(root["Kids"]) {
            let entries = try pdf.dictionary(node)
            let kids = try pdf.array(entries["Kids"])
            #expect(entries["Count"] == .number(Double(kids.count)))
            #expect(try pdf.resolved(entries["Parent"]) == .dictionary(root))
            for kid in kids { #expect(try pdf.dictionary(kid)["Parent"] == node) }
            sum += kids.count
        }
        #expect(sum == count)
    }

    // ISO 32000-1, 7.9.7: leaves tell the least and the greatest of their numbers.
    @Test(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
    func `Many labels and many parents stand in trees`() throws {
        let pages = (0..<200).map { number in
            Page(
                label: number % 2 == 0 ? "甲" : "\(number)",
                marks: TaggedSample.part(.paragraph, "第 \(number) 页", y: 20)
            )
        }
        let pdf = try ParsedPDF(Sample.write(DocumentLayout(pages: pages), road: .pageByPage))
        let structure = try pdf.dictionary(pdf.catalog["StructTreeRoot"])
        for root in [try pdf.catalog["PageLabels"], structure["ParentTree"]] {
            var keys: [Int] = []
            for leaf in try pdf.array(pdf.dictionary(root)["Kids"]) {
                let entries = try pdf.dictionary(leaf)
                let numbers = try pdf.array(entries["Nums"])
                let own = stride(from: 0, to: numbers.count, by: 2)
                    .compactMap { numbers[$0].number }
                #expect(
                    try pdf.array(entries["Limits"]).compactMap(\.number) == [
                        own[0], own[own.count - 1],
                    ]
                )
                keys += own.map { Int($0) }
            }
            #expect(keys == Array(0..<200))
        }
    }

    @Test func `Every page and link finds its elements`() throws {
        let bytes = try Sample.write(
            TaggedSample.layout,
            pictures: TaggedSample.pictures,
            road: .pageByPage
        )
        let pdf = try ParsedPDF(bytes)
        let root = try pdf.dictionary(pdf.catalog["StructTreeRoot"])
        let numbers = try pdf.array(pdf.dictionary(root["ParentTree"])["Nums"])
        func owner(_ key: PDFValue?) throws -> PDFValue? {
            let place = stride(from: 0, to: numbers.count, by: 2).first { numbers[$0] == key }
            return place.map { numbers[$0 + 1] }
        }
        for (page, types) in [
            (0, "H1 H2 P P Note P LBody LBody Figure P TH TH"), (1, "TH TD TD TD Note"), (2, ""),
        ] {
            let row = try pdf.array(owner(pdf.page(page)["StructParents"]))
            let found = try row.map { try pdf.dictionary($0)["S"]?.name ?? "" }
            #expect(found.joined(separator: " ") == types)
        }
        for page in [0, 1] {
            let link = try #require(pdf.array(pdf.page(page)["Annots"]).first)
            let element = try pdf.dictionary(owner(pdf.dictionary(link)["StructParent"]))
            let kid = try pdf.dictionary(pdf.array(element["K"]).first)
            #expect(kid["Obj"] == link)
            #expect(kid["Pg"] == (try pdf.pages[page]))
        }
    }

    @Test func `A picture shown on several pages is asked for once`() throws {
        var asked: [Int] = []
        let output = MemoryOutput()
        var document = try GrowingPDF(
            fonts: TestFont.library(),
            metadata: Sample.metadata(),
            isTagged: false,
            to: output
        )
        let page = Page(label: "1", marks: [.picture(index: 7, Box(10, 10, 50, 50), turn: .none)])
        for _ in 0..<3 {
            try document.add(page) { index in
                asked.append(index)
                return TaggedSample.pictures[0]
            }
        }
        try document.finish()
        #expect(asked == [7])
        let pdf = try ParsedPDF(output.bytes)
        let images = try (0..<3).map { try pdf.resources("XObject", ofPage: $0).values.first }
        #expect(Set(images).count == 1)
        #expect(try pdf.stream(images[0] ?? nil) == TinyJPEG.gray)
    }

    private func code(_ write: () throws -> Void) -> PDFError.Code? {
        do {
            try write()
            return nil
        } catch {
            return (error as? PDFError)?.code
        }
    }

    @Test func `What leads nowhere is an error`() {
        let link = Page(label: "1", marks: [.link(Box(0, 0, 9, 9), toPage: 1)])
        let layouts = [
            DocumentLayout(), DocumentLayout(pages: [link]),
            DocumentLayout(pages: [Page(label: "1")], bookmarks: [Bookmark("二", page: 1)]),
            DocumentLayout(
                pages: [Page(label: "1")],
                bookmarks: [Bookmark("一", page: 0, children: [Bookmark("二", page: -1)])]
            ),
        ]
        for layout in layouts {
            let found = code { _ = try Sample.write(layout, road: .pageByPage) }
            #expect(found == .pageMissing)
        }
    }

    @Test func `A page with fields is refused`() {
        let found = code {
            _ = try Sample.write(FieldSample.layout(filled: false), road: .pageByPage)
        }
        #expect(found == .fieldMisplaced)
    }

    @Test func `Parts that never end, and glyphs that are missing, are errors`() {
        let open = Page(label: "1", marks: [.begin(.paragraph)])
        let missing = Sample.text("\u{10FFFD}")
        #expect(
            code { _ = try Sample.write(DocumentLayout(pages: [open]), road: .pageByPage) }
                == .unbalancedParts
        )
        #expect(code { _ = try Sample.write(missing, road: .pageByPage) } == .missingGlyph)
    }

    @Test func `The same pages give the same bytes`() throws {
        let fonts = try TestFont.library()
        // What was written before opens fonts in another order.
        _ = try Sample.write(Sample.text("𠀁䷀", .kai), fonts: fonts)
        let documents = try [fonts, TestFont.library()].map {
            try Sample.write(
                TaggedSample.layout,
                pictures: TaggedSample.pictures,
                fonts: $0,
                road: .pageByPage
            )
        }
        #expect(documents[0] == documents[1])
    }
}
