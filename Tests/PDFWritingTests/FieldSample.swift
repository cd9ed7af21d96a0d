import PDFWriting
import PageLayout

/// A form with every kind of field.
enum FieldSample {
    static let kai = TextStyle(.kai, 12, colour: Colour(0, 0, 128))
    static let song = TextStyle(.song, 10.5)

    static func line(
        _ name: String,
        _ label: String,
        _ style: TextStyle = kai,
        alignment: Paragraph.Alignment = .start,
        limit: Int? = nil,
        isRequired: Bool = false,
        value: String = ""
    ) -> FormField {
        FormField(
            name: name,
            label: label,
            kind: .text(style, alignment: alignment, isMultiline: false, limit: limit),
            isRequired: isRequired,
            value: value
        )
    }

    static func lines(_ name: String, _ label: String, value: String = "") -> FormField {
        let kind = FormField.Kind.text(kai, alignment: .start, isMultiline: true, limit: nil)
        return FormField(name: name, label: label, kind: kind, value: value)
    }

    static func tick(_ name: String, _ label: String, value: String = "") -> FormField {
        FormField(name: name, label: label, kind: .checkBox(song), value: value)
    }

    static func option(_ option: String, chosen: String = "") -> FormField {
        FormField(
            name: "person.性别",
            label: "性别",
            kind: .option(option, song),
            isRequired: true,
            value: chosen
        )
    }

    static let opinion = "该考生自2019年起在我院内科跟师学习，按时出勤，“学习认真”；考核合格，同意报名。"

    /// The form, blank or filled in.
    static func layout(filled: Bool) -> DocumentLayout {
        func value(_ text: String) -> String { filled ? text : "" }
        let fields: [(FormField, Box)] = [
            (
                line("person.name", "考生姓名", isRequired: true, value: value("张𠮷三")),
                Box(60, 40, 60, 9)
            ),
            (
                line("person.id", "证件号码", song, limit: 18, value: value("11010519491231002X")),
                Box(60, 52, 60, 9)
            ),
            (line("age", "年龄", alignment: .centre, value: value("35")), Box(140, 40, 30, 9)),
            (line("score", "成绩", alignment: .end, value: value("88.5")), Box(140, 52, 30, 9)),
            (option("男", chosen: value("女")), Box(60, 66, 5, 5)),
            (option("女", chosen: value("女")), Box(80, 66, 5, 5)),
            (tick("同意", "同意承诺书", value: value("true")), Box(60, 78, 5, 5)),
            (tick("married", "已婚"), Box(80, 78, 5, 5)),
            (lines("opinion", "意见", value: value(opinion)), Box(60, 90, 110, 40)),
        ]
        var marks = TaggedSample.part(.heading(level: 1), "医师资格考试报名表", y: 20)
        for (index, (field, box)) in fields.enumerated() {
            let label = Mark.text(field.label, at: Point(20, 45 + 9 * Double(index)), song)
            let outline = Mark.box(box, fill: nil, stroke: Stroke(0.1, Colour(160, 160, 160)))
            if case .text = field.kind { marks.append(outline) }
            marks += TaggedSample.part(.paragraph, [label, .field(field, box)])
        }
        let link = Mark.link(Box(20, 15, 60, 8), toPage: 0)
        return DocumentLayout(pages: [Page(label: "1", marks: marks + [link])])
    }
}
