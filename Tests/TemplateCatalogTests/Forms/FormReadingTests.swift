import FormLayout
import Registration
import TemplateCatalog
import Testing

/// What is read from a form's file is what stands there.
@Suite struct FormReadingTests {
    private let form: FormTemplate

    init() throws {
        form = try FormTemplate(bytes: Array(NewcomersForm.text.utf8), file: "leave-slip.yaml")
    }

    private var tables: [FormTable] {
        form.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    @Test func `A newcomer's form of less than forty lines has no faults`() {
        let lines = NewcomersForm.text.split(separator: "\n").count
        #expect(lines < 40)
        let lint = FormLint(bytes: Array(NewcomersForm.text.utf8), file: "leave-slip.yaml")
        #expect(lint.faults == [])
    }

    @Test func `The head is read`() {
        #expect(form.id == "leave-slip")
        #expect(form.version == 3)
        #expect(form.titles == [.init("请假单")])
        #expect(form.englishTitle == "Leave slip")
        #expect(form.subtitle == "一式两份")
        #expect(form.services == [])
        #expect(!form.isReference)
        #expect(form.copies == 2)
        #expect(form.sheetPer == nil)
    }

    @Test func `Fields stand in the order of the file`() {
        let columns = [
            FormEntryRule(id: "day", label: "日期", kind: .date, isRequired: true),
            FormEntryRule(id: "place", label: "地点"),
        ]
        let expected = [
            FormEntryRule(id: "name", label: "姓名", isRequired: true, binding: "name"),
            FormEntryRule(id: "reason", label: "事由", kind: .lines, limit: 200),
            FormEntryRule(id: "from", label: "起", kind: .date),
            FormEntryRule(id: "until", label: "止", kind: .date),
            FormEntryRule(id: "phone", label: "电话", kind: .phone),
            FormEntryRule(id: "how", label: "交通", kind: .choices(["火车", "汽车"])),
            FormEntryRule(id: "trips", label: "行程", kind: .rows(columns), limit: 4),
        ]
        #expect(form.fields == expected)
    }

    @Test func `A text begins two ems in, a note and a signature at the margin`() {
        let first = FormText([.words("致 "), .rule(30), .words("：")])
        let signs = [
            FormText([.words("签字："), .rule(40)]),
            FormText([.words("{准}"), .date], alignment: .right),
        ]
        #expect(form.blocks.first == .text(first))
        #expect(form.blocks.suffix(2) == [.space(4.5), .signs(signs)])
        #expect(form.notes == [FormText([.words("请勿涂改。")], alignment: .left, look: .small)])
        let proof = try? FormTemplate(
            bytes: Array(NewcomersForm.text.replacing(", indent: 0", with: "").utf8),
            file: "leave-slip.yaml"
        )
        var indented = first
        indented.indent = 2
        #expect(proof?.blocks.first == .text(indented))
    }

    @Test func `A number from 5 on is millimetres, one below it a share`() {
        let columns: [FormColumn] = [.millimetres(20), .share(1), .millimetres(20), .share(2)]
        #expect(tables.first?.columns == columns)
    }

    @Test func `Cells and the heights of rows are read`() {
        let rows = tables.first?.rows ?? []
        let list = FormList(
            field: "trips",
            columns: [.share(1), .share(1)],
            rows: 3,
            rowHeight: 9,
            numbering: "序号"
        )
        let span = FormText([.field("from"), .words(" 至 "), .field("until")])
        let seal = FormStatement(seal: "公章", date: FormText([.date]))
        let expected = [
            FormRow([
                FormCell(.field("name", hasLabel: true)), FormCell(.field("phone", hasLabel: true)),
            ]),
            FormRow([
                FormCell(.label("时间", isVertical: false)),
                FormCell(.text(FormStatement([span])), columns: 2),
                FormCell(.photo("照片", width: 35, height: 45), rows: 2),
            ]),
            FormRow([FormCell(.field("how", hasLabel: false), columns: 3)]),
            FormRow([FormCell(.field("reason", hasLabel: true))], height: .growing(30)),
            FormRow([FormCell(.list(list))]),
            FormRow([FormCell(.text(seal))], height: .stretching(40)),
        ]
        #expect(rows == expected)
    }

    @Test func `Of several mistakes all are told`() {
        let text = NewcomersForm.text
            .replacing("limit: 200", with: "limit: many")
            .replacing("[name, phone]", with: "[name, fone]")
            .replacing("{{准}}", with: "{准}")
            .replacing("version: 3", with: "versoin: 3")
        let places = FormLint(bytes: Array(text.utf8), file: "leave-slip.yaml").faults
            .compactMap(\.error.place)
        let expected = [
            SourcePlace(line: 1, column: 1), SourcePlace(line: 3, column: 1),
            SourcePlace(line: 11, column: 44), SourcePlace(line: 28, column: 18),
            SourcePlace(line: 35, column: 37),
        ]
        #expect(places == expected)
    }

    @Test func `A form in a file of another name is told, for nobody would find it`() {
        let lint = FormLint(bytes: Array(NewcomersForm.text.utf8), file: "Forms/slip.yaml")
        #expect(
            lint.faults.map(\.error.description) == [
                "Forms/slip.yaml:2:5: the file is named slip, its form leave-slip"
            ]
        )
        #expect(!lint.isUsable)
    }

    @Test(arguments: [
        ("[20, 1, 20, 2]", "[1e300, 1, 20, 2]", "columns of 1e+300 mm leave nothing"),
        ("[20, 1, 20, 2]", "[1e-300, nan, 20, 2]", "a number is expected"),
        ("rows: 2 }", "rows: 99999999999999999999 }", "a whole number is expected"),
        ("type: phone", "from: unit.phone", "\"unit\" needs \"sheetPer\""),
        (
            "type: phone", "pattern: '" + String(repeating: "(", count: 600) + "'",
            "the pattern is longer than 500 bytes"
        ),
        (
            "type: phone", "pattern: '" + String(repeating: "(", count: 500) + "'",
            "this is no regular expression"
        ),
    ])
    func `Absurd values are told like any other`(
        old: String,
        new: String,
        sentence: String
    ) throws {
        let text = NewcomersForm.text.replacing(old, with: new)
        let faults = FormLint(bytes: Array(text.utf8), file: "leave-slip.yaml").faults
        #expect(faults.count == 1)
        #expect(faults.first?.error.message.description.hasPrefix(sentence) == true)
        let chinese = try Repository.catalog().faultTexts().patterns
        let patterns = faults.flatMap(\.error.message.patterns)
        #expect(patterns.filter { !chinese.contains($0) } == [])
    }
}
