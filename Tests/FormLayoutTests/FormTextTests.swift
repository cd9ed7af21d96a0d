import FormLayout
import Testing

@Suite struct `The words of a form` {
    @Test(
        arguments: [
            ("自 {from} 至 {to}", [.words("自 "), .field("from"), .words(" 至 "), .field("to")]),
            ("{date}", [.date]),
            ("签字：{line 40}", [.words("签字："), .rule(40)]),
            ("{{甲}}", [.words("{甲}")]),
            ("", []),
        ] as [(String, [FormText.Part])]
    )
    func `have gaps`(_ text: String, _ parts: [FormText.Part]) throws {
        let read = try FormText.parts(of: text)
        #expect(read == parts)
    }

    @Test(
        arguments: [
            ("{甲", .brace), ("甲}", .brace), ("{}", .gap("")), ("{line}", .gap("line")),
            ("{line 0}", .gap("line 0")), ("{line 181}", .gap("line 181")), ("{a b}", .gap("a b")),
            ("{姓名}", .gap("姓名")), ("{1a}", .gap("1a")),
        ] as [(String, FormText.Fault)]
    )
    func `are refused with gaps that name nothing`(_ text: String, _ fault: FormText.Fault) {
        #expect(throws: fault) { () throws(FormText.Fault) in try FormText.parts(of: text) }
    }
}

@Suite struct `A title` {
    private static let template = FormTemplate(
        id: "a",
        version: 1,
        titles: [
            .init("旧名", until: 2023), .init("中名", from: 2024, until: 2025),
            .init("今名", from: 2026),
        ],
        fields: [],
        blocks: []
    )

    @Test(
        arguments: [
            (2009, "旧名"), (2023, "旧名"), (2024, "中名"), (2025, "中名"), (2026, "今名"),
            (2030, "今名"), (nil, "今名"),
        ] as [(Int?, String)]
    )
    func `is that of the year`(_ year: Int?, _ title: String) {
        #expect(Self.template.title(in: year) == title)
    }
}
