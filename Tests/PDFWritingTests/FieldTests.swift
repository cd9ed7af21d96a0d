import PDFWriting
import PageLayout
import Testing

struct FieldTests {
    private typealias Form = FieldSample

    private func written(
        _ fields: [(FormField, Box)],
        compressed: Bool = false
    ) throws -> ParsedPDF {
        let marks = fields.map { Mark.field($0, $1) }
        let layout = DocumentLayout(pages: [Page(label: "1", marks: marks)])
        return try ParsedPDF(Sample.write(layout, compressed: compressed))
    }

    /// The fields that hold no others, by their full names, as ISO 32000-1, 12.7.3.2 tells them.
    private func fields(
        _ pdf: ParsedPDF,
        _ list: PDFValue? = nil,
        _ prefix: String = ""
    ) throws -> [String: [String: PDFValue]] {
        let form = try pdf.dictionary(pdf.catalog["AcroForm"])
        #expect(form["NeedAppearances"] == nil)
        var found: [String: [String: PDFValue]] = [:]
        for value in try pdf.array(list ?? form["Fields"]) {
            let field = try pdf.dictionary(value)
            let name = prefix + (try #require(field["T"]?.text))
            if field["FT"] == nil {
                for kid in try pdf.array(field["Kids"]) {
                    #expect(try pdf.dictionary(kid)["Parent"] == value)
                }
                found.merge(try fields(pdf, field["Kids"], name + ".")) { one, _ in one }
            } else {
                #expect(found.updateValue(field, forKey: name) == nil)
            }
        }
        return found
    }

    private func appearance(_ pdf: ParsedPDF, _ widget: [String: PDFValue], _ state: String? = nil)
        throws -> String
    {
        var look = try pdf.dictionary(widget["AP"])["N"]
        if let state { look = try pdf.dictionary(look)[state] }
        return String(decoding: try pdf.stream(look), as: UTF8.self)
    }

    // The flags of tables 221, 226 and 228 are counted from 1: Required is 2, Multiline 13, Radio 16.
    @Test func `Every kind of field says what can be put in`() throws {
        let pdf = try ParsedPDF(Sample.write(Form.layout(filled: false)))
        let fields = try fields(pdf)
        #expect(
            fields.keys.sorted() == [
                "age", "married", "opinion", "person.id", "person.name", "person.性别", "score", "同意",
            ]
        )
        let kinds = fields.mapValues { $0["FT"]?.name ?? "" }
        #expect(kinds["opinion"] == "Tx" && kinds["married"] == "Btn")
        #expect(kinds["person.性别"] == "Btn")
        let flags = fields.compactMapValues { $0["Ff"]?.number }
        #expect(flags == ["person.name": 2, "person.性别": 2 + 32768, "opinion": 4096])
        let alignments = fields.compactMapValues { $0["Q"]?.number }
        #expect(
            alignments == ["age": 1, "score": 2, "opinion": 0, "person.id": 0, "person.name": 0]
        )
        #expect(fields["person.id"]?["MaxLen"] == .number(18))
        #expect(fields["person.name"]?["TU"]?.text == "考生姓名")
        #expect(fields["person.name"]?["DA"]?.text == "/kai 12 Tf 0 0 0.502 rg")
        #expect(fields["person.id"]?["DA"]?.text == "/song 10.5 Tf 0 0 0 rg")
        let form = try pdf.dictionary(pdf.catalog["AcroForm"])
        #expect(form["DA"]?.text == "/song 0 Tf 0 0 0 rg")
        let named = try pdf.dictionary(pdf.dictionary(form["DR"])["Font"])
        #expect(named.keys.sorted() == ["kai", "song"])
        #expect(fields.values.allSatisfy { $0["V"] == nil || $0["V"] == .name("Off") })
    }

    @Test func `Values are stated and shown`() throws {
        let pdf = try ParsedPDF(Sample.write(Form.layout(filled: true)))
        let fields = try fields(pdf)
        let texts = fields.compactMapValues { $0["V"]?.text }
        #expect(
            texts == [
                "person.name": "张𠮷三", "person.id": "11010519491231002X", "age": "35",
                "score": "88.5", "opinion": Form.opinion,
            ]
        )
        let names = fields.compactMapValues { $0["V"]?.name }
        #expect(names == ["同意": "Yes", "married": "Off", "person.性别": "1"])
        // 𠮷 is in no font of Kai that can be embedded for typing.
        let name = try appearance(pdf, fields["person.name", default: [:]])
        #expect(name.split(separator: " ").filter { $0 == "Tj" }.count == 3)
        #expect(name.hasPrefix("/Tx BMC") && name.hasSuffix("Q EMC\n"))
        let opinion = try appearance(pdf, fields["opinion", default: [:]])
        #expect(Set(opinion.split(separator: "\n").compactMap(\.baseline)).count == 2)
    }

    @Test func `One box of several is chosen by its number, and stands for its value`() throws {
        let pdf = try ParsedPDF(Sample.write(Form.layout(filled: true)))
        let field = try #require(fields(pdf)["person.性别"])
        #expect(try pdf.array(field["Opt"]).compactMap(\.text) == ["男", "女"])
        let kids = try pdf.array(field["Kids"]).map { try pdf.dictionary($0) }
        #expect(kids.map { $0["AS"]?.name } == ["Off", "1"])
        for (index, kid) in kids.enumerated() {
            let states = try pdf.dictionary(pdf.dictionary(kid["AP"])["N"])
            #expect(states.keys.sorted() == ["\(index)", "Off"])
            #expect(kid["T"] == nil)
            let ticked = try appearance(pdf, kid, "\(index)")
            let blank = try appearance(pdf, kid, "Off")
            #expect(ticked.hasPrefix(blank) && ticked.count > blank.count)
        }
    }

    @Test func `Every box is printed, stands on its page and has its place in the structure`()
        throws
    {
        let layout = Form.layout(filled: false)
        let pdf = try ParsedPDF(Sample.write(layout))
        let boxes = layout.pages[0].marks.compactMap { mark -> Box? in
            if case .field(_, let box) = mark { box } else { nil }
        }
        let references = try pdf.array(pdf.page(0)["Annots"]).filter {
            try pdf.dictionary($0)["Subtype"] == .name("Widget")
        }
        #expect(references.count == boxes.count)
        let root = try pdf.dictionary(pdf.catalog["StructTreeRoot"])
        let numbers = try pdf.array(pdf.dictionary(root["ParentTree"])["Nums"])
        for (reference, box) in zip(references, boxes) {
            let widget = try pdf.dictionary(reference)
            #expect(widget["F"] == .number(4))
            #expect(widget["P"] == (try pdf.pages[0]))
            let corners = try pdf.array(widget["Rect"]).compactMap(\.number)
            let expected = [box.x, 297 - box.bottom, box.right, 297 - box.y]
            #expect(corners.count == 4)
            for (one, other) in zip(corners, expected) {
                #expect(abs(one - other * 72 / 25.4) < 0.002)
            }
            let key = try #require(widget["StructParent"])
            let index = try #require(numbers.firstIndex(of: key))
            let element = try pdf.dictionary(numbers[index + 1])
            #expect(element["S"] == .name("Form"))
            let kid = try pdf.dictionary(pdf.array(element["K"]).first)
            #expect(kid["Obj"] == reference)
            #expect(try pdf.dictionary(element["P"])["S"] == .name("P"))
        }
    }

    @Test func `A form without parts is no tagged document`() throws {
        let pdf = try written([(Form.tick("a", "甲"), Box(10, 10, 5, 5))])
        #expect(try fields(pdf).keys.sorted() == ["a"])
        #expect(try pdf.catalog["StructTreeRoot"] == nil)
        #expect(try written([]).catalog["AcroForm"] == nil)
    }

    @Test(
        arguments: [
            ["a", "a"], ["a.b", "a.b"], ["a", "a.b"], ["a.b", "a"], ["a.b.c", "a.b"], [""], ["."],
            ["a."], [".a"], ["a..b"],
        ]
    )
    func `A name must be one, and of one field`(names: [String]) throws {
        let fields = names.map { (Form.tick($0, "甲"), Box(10, 10, 5, 5)) }
        let error = #expect(throws: PDFError.self) { try written(fields) }
        #expect(error?.code == .fieldName)
    }

    @Test(
        arguments: [
            [Form.option("男"), Form.option("男")],
            [Form.option("男"), Form.tick("person.性别", "性别")],
            [Form.line("person.性别", "性别"), Form.option("男")],
        ]
    )
    func `Only boxes with different values share a name`(fields: [FormField]) throws {
        let error = #expect(throws: PDFError.self) {
            try written(fields.map { ($0, Box(10, 10, 5, 5)) })
        }
        #expect(error == PDFError(.fieldName, "person.性别"))
    }

    @Test(
        arguments: [
            [Form.line("a", "甲", limit: 2, value: "一二三")], [Form.line("a", "甲", value: "一\n二")],
            [Form.line("a", "甲", value: "一\r\n二")], [Form.tick("a", "甲", value: "yes")],
            [Form.option("男", chosen: "女")],
            [Form.option("男", chosen: "男"), Form.option("女", chosen: "女")],
        ]
    )
    func `A value that cannot be filled in by hand is refused`(fields: [FormField]) throws {
        let error = #expect(throws: PDFError.self) {
            try written(fields.map { ($0, Box(10, 10, 5, 5)) })
        }
        #expect(error == PDFError(.fieldValue, fields[0].name))
    }

    @Test func `A value of as many characters as are allowed is none too many`() throws {
        let fields = [(Form.line("a", "甲", limit: 3, value: "一𠮷三"), Box(10, 10, 50, 9))]
        #expect(try self.fields(written(fields))["a"]?["V"]?.text == "一𠮷三")
    }

    @Test func `The same form has the same bytes`() throws {
        let library = try TestFont.library()
        let first = try Sample.write(Form.layout(filled: true), fonts: library)
        #expect(try Sample.write(Form.layout(filled: true), fonts: library) == first)
        // Opens the fallback fonts before the form does.
        let other = try TestFont.library()
        _ = try Sample.write(Sample.text("𠀁䷀", .hei), fonts: other)
        #expect(try Sample.write(Form.layout(filled: true), fonts: other) == first)
    }
}

extension Substring {
    /// The height at which a line of content shows text.
    fileprivate var baseline: Substring? {
        let words = split(separator: " ")
        return words.firstIndex(of: "Td").map { words[$0 - 1] }
    }
}
