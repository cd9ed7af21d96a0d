import PDFWriting
import PageLayout
import Testing

struct StructureTests {
    /// The tree as text, "P(0 Note(1) 2)": types, numbers of sequences, `@` for an annotation.
    private func outline(_ pdf: ParsedPDF, _ value: PDFValue?) throws -> String {
        let element = try pdf.dictionary(value)
        let kids: [PDFValue]
        switch try element["K"].map({ try pdf.resolved($0) }) {
        case .array(let values): kids = values
        case nil: kids = []
        default: kids = [try #require(element["K"])]
        }
        let texts = try kids.map { kid in
            if let number = kid.number { return "\(Int(number))" }
            let entries = try pdf.dictionary(kid)
            if let number = entries["MCID"]?.number { return "\(Int(number))'" }
            if entries["Obj"] != nil { return "@" }
            #expect(entries["P"] == value)
            return try outline(pdf, kid)
        }
        return (element["S"]?.name ?? "")
            + (texts.isEmpty ? "" : "(\(texts.joined(separator: " ")))")
    }

    private func tree(_ pdf: ParsedPDF) throws -> String {
        let root = try pdf.dictionary(pdf.catalog["StructTreeRoot"])
        return try outline(pdf, root["K"])
    }

    private func written(_ marks: [Mark], _ road: Road = .atOnce) throws -> ParsedPDF {
        try ParsedPDF(
            Sample.write(
                DocumentLayout(pages: [Page(label: "1", marks: marks)]),
                pictures: TaggedSample.pictures,
                road: road
            )
        )
    }

    private typealias Tagged = TaggedSample

    @Test(arguments: Road.allCases)
    func `Every role has its standard structure type`(road: Road) throws {
        let pdf = try ParsedPDF(Sample.write(Tagged.layout, pictures: Tagged.pictures, road: road))
        let first =
            "H1(0) H2(1) P(2 3 Note(4) 5) L(LI(LBody(6)) LI(LBody(7))) Figure(8) P(9 Link(@))"
        let rows =
            "TR(TH(10) TH(11)) TR(TH(0) TD(1) TD(2)) TR(TD(3))"
        #expect(try tree(pdf) == "Document(Sect(\(first) Table(\(rows)) Note(4)) Link(@))")
        #expect(try pdf.dictionary(pdf.catalog["MarkInfo"]) == ["Marked": .boolean(true)])
    }

    @Test(arguments: Road.allCases)
    func `Text of one part that is drawn in one go is one sequence`(road: Road) throws {
        let words = Tagged.part(
            .paragraph,
            [Tagged.text("甲", y: 20), .begin(.section), .end, Tagged.text("乙", y: 30)]
        )
        #expect(try tree(written(words, road)) == "Document(P(0 Sect))")
        let cut = Tagged.part(
            .paragraph,
            [Tagged.text("甲", y: 20), Tagged.line(y: 25), Tagged.text("乙", y: 30)]
        )
        #expect(try tree(written(cut, road)) == "Document(P(0 1))")
    }

    @Test func `Lines, boxes and what stands in no part are artifacts`() throws {
        let pdf = try written(
            [Tagged.text("页", y: 10), Tagged.line(y: 11)]
                + Tagged.part(
                    .paragraph,
                    [Tagged.text("甲", y: 20), .box(Box(1, 1, 2, 2), fill: .black, stroke: nil)]
                )
                + [Tagged.line(y: 30)]
        )
        let markers = try pdf.content(ofPage: 0).split(separator: "\n").filter {
            $0.hasSuffix("BDC") || $0.hasSuffix("BMC") || $0 == "EMC"
        }
        #expect(
            markers == [
                "/Artifact BMC", "EMC", "/P <</MCID 0>> BDC", "EMC", "/Artifact BMC", "EMC",
            ]
        )
    }

    @Test func `Sequences begin and end in turn, spans of actual text inside them`() throws {
        let pdf = try ParsedPDF(Sample.write(Tagged.layout, pictures: Tagged.pictures))
        for page in 0..<3 {
            var open: [Substring] = []
            for line in try pdf.content(ofPage: page).split(separator: "\n") {
                if line.hasSuffix("BDC") || line.hasSuffix("BMC") {
                    #expect(open.isEmpty || (open.count == 1 && line.hasPrefix("/Span")))
                    open.append(line)
                } else if line == "EMC" {
                    #expect(open.popLast() != nil)
                } else {
                    #expect(!open.isEmpty, "\(line)")
                }
            }
            #expect(open.isEmpty)
        }
    }

    @Test func `The parent tree leads from every sequence and annotation to its element`() throws {
        let pdf = try ParsedPDF(Sample.write(Tagged.layout, pictures: Tagged.pictures))
        let root = try pdf.dictionary(pdf.catalog["StructTreeRoot"])
        let numbers = try pdf.array(pdf.dictionary(root["ParentTree"])["Nums"])
        let keys = stride(from: 0, to: numbers.count, by: 2).compactMap { numbers[$0].number }
        #expect(keys == [0, 1, 2, 3, 4])
        #expect(root["ParentTreeNextKey"] == .number(5))
        let types = try [(0, 12), (1, 5), (2, 0)].map { page, count in
            let entries = try pdf.page(page)
            #expect(entries["StructParents"] == .number(Double(page)))
            #expect(entries["Tabs"] == .name("S"))
            let owners = try pdf.array(numbers[page * 2 + 1])
            #expect(owners.count == count)
            return try owners.map { try pdf.dictionary($0)["S"]?.name ?? "" }
        }
        #expect(
            types[0] == [
                "H1", "H2", "P", "P", "Note", "P", "LBody", "LBody", "Figure", "P", "TH", "TH",
            ]
        )
        #expect(types[1] == ["TH", "TD", "TD", "TD", "Note"])
        for (page, key, words) in [(0, 3, "详见第二页"), (1, 4, "1")] {
            let annotation = try #require(pdf.array(pdf.page(page)["Annots"]).first)
            let entries = try pdf.dictionary(annotation)
            #expect(entries["StructParent"] == .number(Double(key)))
            #expect(entries["Contents"]?.text == words)
            let element = try pdf.dictionary(numbers[key * 2 + 1])
            let kid = try #require(pdf.array(element["K"]).first.map { try pdf.dictionary($0) })
            #expect(kid["Obj"] == annotation)
            #expect(kid["Pg"] == (try pdf.pages[page]))
        }
    }

    @Test(arguments: Road.allCases)
    func `Cells say what they name and how far they reach`(road: Road) throws {
        let cases: [(StructureRole, [String: PDFValue]?)] = [
            (
                .headerCell(.row, columns: 1, rows: 1),
                ["O": .name("Table"), "Scope": .name("Row")]
            ),
            (
                .headerCell(.column, columns: 3, rows: 2),
                [
                    "O": .name("Table"), "Scope": .name("Column"), "ColSpan": .number(3),
                    "RowSpan": .number(2),
                ]
            ),
            (.dataCell(columns: 1, rows: 1), nil),
            (.dataCell(columns: 1, rows: 4), ["O": .name("Table"), "RowSpan": .number(4)]),
            (.dataCell(columns: 2, rows: 1), ["O": .name("Table"), "ColSpan": .number(2)]),
        ]
        for (role, expected) in cases {
            let pdf = try written(Tagged.part(role, "格", y: 20), road)
            let root = try pdf.dictionary(pdf.catalog["StructTreeRoot"])
            let document = try pdf.dictionary(root["K"])
            let cell = try pdf.dictionary(pdf.array(document["K"]).first)
            #expect(try cell["A"].map { try pdf.dictionary($0) } == expected)
        }
    }

    // On A4, the box at (20, 80) of 40 by 40 mm reaches from 56.693 to 170.079 and from 841.890 - 120 * 72/25.4
    // = 501.732 to 841.890 - 80 * 72/25.4 = 615.118 pt.
    @Test(arguments: Road.allCases)
    func `A figure says what is seen and where`(road: Road) throws {
        let box = Box(20, 80, 40, 40)
        let pdf = try written(
            Tagged.part(
                .figure(alternative: "𠮷先生的照片", box),
                [.picture(index: 0, box, turn: .none)]
            ),
            road
        )
        let root = try pdf.dictionary(pdf.catalog["StructTreeRoot"])
        let figure = try pdf.dictionary(pdf.array(pdf.dictionary(root["K"])["K"]).first)
        #expect(figure["Alt"]?.text == "𠮷先生的照片")
        let attributes = try pdf.dictionary(figure["A"])
        #expect(attributes["O"] == .name("Layout"))
        let corners = try pdf.array(attributes["BBox"]).compactMap(\.number)
        for (one, other) in zip(corners, [56.693, 501.732, 170.079, 615.118]) {
            #expect(abs(one - other) < 0.002)
        }
        #expect(corners.count == 4)
    }

    @Test(arguments: Road.allCases)
    func `Every note has a name of its own in the tree of names`(road: Road) throws {
        let notes = (0..<12).flatMap { Tagged.part(.note, "注", y: 10 + 5 * Double($0)) }
        let pdf = try written(notes, road)
        let root = try pdf.dictionary(pdf.catalog["StructTreeRoot"])
        let names = try pdf.array(pdf.dictionary(root["IDTree"])["Names"])
        let pairs = stride(from: 0, to: names.count, by: 2).map { (names[$0], names[$0 + 1]) }
        #expect(pairs.count == 12)
        let keys = pairs.compactMap { $0.0.text }
        #expect(keys == Set(keys).sorted())
        for (name, note) in pairs { #expect(try pdf.dictionary(note)["ID"] == name) }
    }

    @Test(arguments: Road.allCases)
    func `A part may go on on the next page`(road: Road) throws {
        let pages = [
            Page(label: "1", marks: [.begin(.paragraph), Tagged.text("甲", y: 20)]),
            Page(label: "2", marks: [Tagged.text("乙", y: 20), .end]),
        ]
        let pdf = try ParsedPDF(Sample.write(DocumentLayout(pages: pages), road: road))
        #expect(try tree(pdf) == "Document(P(0 0'))")
    }

    @Test(
        arguments: [
            ([.end], "page 1 ends one too many"),
            ([.begin(.paragraph), .end, .end], "page 1 ends one too many"),
            ([.begin(.paragraph)], "1 never end"),
            ([.begin(.section), .begin(.listItem), .begin(.note), .end], "2 never end"),
        ] as [([Mark], String)]
    )
    func `Parts that do not match are refused`(marks: [Mark], subject: String) {
        #expect(throws: PDFError(.unbalancedParts, subject)) { try written(marks) }
    }

    @Test func `A document without parts is not tagged`() throws {
        let pdf = try written([Tagged.text("甲", y: 20), .link(Box(0, 0, 9, 9), toPage: 0)])
        #expect(try pdf.catalog["StructTreeRoot"] == nil)
        #expect(try pdf.catalog["MarkInfo"] == nil)
        #expect(try !pdf.content(ofPage: 0).contains("BMC"))
        #expect(try pdf.page(0)["StructParents"] == nil)
        let link = try pdf.dictionary(pdf.array(pdf.page(0)["Annots"]).first)
        #expect(link["Contents"] == nil)
        let metadata = String(decoding: try pdf.stream(pdf.catalog["Metadata"]), as: UTF8.self)
        #expect(!metadata.contains("pdfuaid"))
    }

    @Test(arguments: [true, false])
    func `The same tagged document has the same bytes`(compressed: Bool) throws {
        let documents = try (0..<2).map { _ in
            try Sample.write(Tagged.layout, pictures: Tagged.pictures, compressed: compressed)
        }
        #expect(documents[0] == documents[1])
    }

    @Test(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
    func `Qpdf finds nothing wrong in a tagged document`() throws {
        let bytes = try Sample.write(
            Tagged.layout,
            pictures: Tagged.pictures,
            compressed: true
        )
        let report = try output(of: .qpdf, ["--check", "FILE"], bytes)
        #expect(report.contains("No syntax or stream encoding errors found"), "\(report)")
        #expect(!report.contains("WARNING"), "\(report)")
    }

    @Test(.enabled(if: OutsideTool.pdfinfo != nil, "pdfinfo (poppler-utils) is not installed"))
    func `Poppler reads each part with its text`() throws {
        let marks =
            Tagged.part(.heading(level: 1), "报名材料", y: 20)
            + Tagged.part(
                .paragraph,
                [Tagged.text("甲𠮷", y: 30), Tagged.line(y: 32), Tagged.text("乙", y: 36)]
                    + Tagged.part(.note, "丙", y: 280)
            )
            + [Tagged.text("页一", y: 290)]
        let bytes = try Sample.write(DocumentLayout(pages: [Page(label: "1", marks: marks)]))
        let lines = try output(of: .pdfinfo, ["-struct-text", "FILE"], bytes)
            .split(separator: "\n").map { $0.drop { $0 == " " } }
        let expected = [
            "Document", "H1 (block)", "\"报名材料\"", "P (block)", "\"甲𠮷\"", "\"乙\"",
            "Note <note3> (inline)", "\"丙\"",
        ]
        #expect(lines.map(String.init) == expected)
    }
}
