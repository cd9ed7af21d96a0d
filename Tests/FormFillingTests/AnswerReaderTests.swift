import FormFilling
import FormLayout
import Testing

@Suite struct AnswerReaderTests {
    @Test(arguments: [
        // Days and months as they are written.
        ("day", "2026-02-05", "2026-02-05"),
        ("day", "2026/2/5", "2026-02-05"),
        ("day", "2026.2.5", "2026-02-05"),
        ("day", "2026年2月5日", "2026-02-05"),
        ("day", "２０２６年２月５日", "2026-02-05"),
        ("day", "2026 年 2 月 5 日", "2026-02-05"),
        ("day", "20260205", "2026-02-05"),
        ("day", "2026/2/5 0:00", "2026-02-05"),
        ("day", "2024-02-29", "2024-02-29"),
        ("born", "2022.07", "2022-07"),
        ("born", "2022-7", "2022-07"),
        ("born", "2022年7月", "2022-07"),
        ("born", "202207", "2022-07"),
        ("born", "2022/07/31", "2022-07"),
        // Numbers.
        ("phone", "０７３１－８８８８８８８８", "0731-88888888"),
        ("phone", "13800000000", "13800000000"),
        // The example of GB 11643-1999, and a number made up by its rule (ISO 7064, MOD 11-2).
        ("idNumber", "11010519491231002x", "11010519491231002X"),
        ("idNumber", "'430105199003072017", "430105199003072017"),
        ("idNumber", "=\"430105199003072017\"", "430105199003072017"),
        ("idNumber", "110105 19491231 002X", "11010519491231002X"),
        ("idNumber", "E12345678", "E12345678"),
        // Words.
        ("name", "\u{3000} 张三\u{FEFF} ", "张三"),
        ("sex", "女 ", "女"),
        ("unitCode", "12345678901234X", "12345678901234X"),
        ("remark", "一\r\n二", "一\n二"),
    ])
    func `What is written in many ways becomes one`(
        field: String,
        written: String,
        expected: String
    ) throws {
        let checked = try PracticeForm.read(field, .text(written))
        #expect(checked.answers[field] == .text(expected))
        #expect(checked.faults == [])
    }

    @Test(
        arguments: [
            ("day", "2026-02-30", .date),
            ("day", "2025-02-29", .date),
            ("day", "2026-13-01", .date),
            ("day", "2026-02", .date),
            ("day", "5/2/2026", .date),
            ("day", "26-2-5", .date),
            ("day", "46058", .serialDate),
            ("born", "2022-00", .month),
            ("born", "Jul-22", .month),
            ("born", "2022", .month),
            ("phone", "no", .phone),
            ("phone", "1.38E+10", .longNumber),
            ("idNumber", "4.30106E+17", .longNumber),
            // 430105199003072017 as a spreadsheet keeps it.
            ("idNumber", "430105199003072000", .longNumber),
            ("idNumber", "张三", .idNumber),
            ("sex", "M", .option),
            ("unitCode", "abc", .pattern),
            ("unitCode", "1.23457E+17", .longNumber),
            ("name", "一二三四五六七", .limit),
            ("name", "张\n三", .lineBreak),
            ("name", "张\u{0}三", .control),
            ("name", "张\u{202E}三", .control),
            ("name", " ", .required),
            ("work", "内科", .rows),
            ("work", #"["内科"]"#, .rows),
        ] as [(String, String, FormDataFault.Code)]
    )
    func `What will not do is told by kind, place and label`(
        field: String,
        written: String,
        code: FormDataFault.Code
    ) throws {
        let checked = try PracticeForm.read(field, .text(written))
        #expect(checked.answers[field] == nil)
        #expect(!checked.isUsable)
        #expect(checked.faults.map(\.code) == [code])
        let fault = checked.faults.first
        #expect(fault?.row == 7)
        #expect(fault?.line == 8)
        #expect(fault?.column == PracticeForm.template.field(field)?.label)
    }

    @Test(
        arguments: [
            ("idNumber", "110105194912310021", .idCheck),
            ("idNumber", "110105194913310021", .idBirthday),
            ("idNumber", "1101051949123100", .idLength),
        ] as [(String, String, FormDataFault.Code)]
    )
    func `A citizen's number that is probably wrong is used and warned of`(
        field: String,
        written: String,
        code: FormDataFault.Code
    ) throws {
        let checked = try PracticeForm.read(field, .text(written))
        #expect(checked.answers[field] == .text(written))
        #expect(checked.isUsable)
        #expect(checked.faults.map(\.code) == [code])
        #expect(checked.faults.map(\.severity) == [.warning])
    }

    @Test func `Characters are counted as people see them`() throws {
        // Each is several scalars: a flag, a family, a letter with its accent.
        let six = "🇨🇳👨‍👩‍👧‍👦e\u{301}四五六"
        #expect(try PracticeForm.read("name", .text(six)).faults == [])
        let seven = try PracticeForm.read("name", .text(six + "七"))
        #expect(seven.faults.first?.values == ["limit": "6", "count": "7"])
    }

    @Test(arguments: [
        ("问诊；查体", ["问诊", "查体"]),
        ("查体|问诊", ["问诊", "查体"]),
        ("查体、问诊、查体", ["问诊", "查体"]),
        ("病历、处方", ["病历、处方"]),
        ("病历、处方;问诊", ["问诊", "病历、处方"]),
    ])
    func `Options are told apart by the usual signs and put in their order`(
        written: String,
        expected: [String]
    ) throws {
        let checked = try PracticeForm.read("skills", .text(written))
        #expect(checked.faults == [])
        #expect(checked.answers["skills"] == .texts(expected))
    }

    @Test func `A slip in an option gets a hint`() throws {
        let checked = try PracticeForm.read("skills", .list([.text("病历、处力")]))
        #expect(checked.faults.map(\.code) == [.option])
        #expect(
            checked.faults.first?.values
                == ["meant": "病历、处方", "options": "问诊、查体、病历、处方"]
        )
    }

    @Test func `Rows are read from groups and from JSON in a cell`() throws {
        let expected = FormAnswer.rows([["department": "内科", "from": "2022-07"]])
        let groups = FormDatum.list([
            .group(["科室/岗位": .text("内科"), "from": .text("2022年7月")]), .group(["from": .text(" ")]),
        ])
        #expect(try PracticeForm.read("work", groups).answers["work"] == expected)
        let cell = #"[{"department": "内科", "起": "2022.7"}]"#
        #expect(try PracticeForm.read("work", .text(cell)).answers["work"] == expected)
    }

    @Test func `Mistakes within rows are told by row and column`() throws {
        let checked = try PracticeForm.read(
            "work",
            .list([
                .group(["department": .text("内科")]),
                .group(["from": .text("2022-13"), "licence": .text("１１0")]),
                .group(["department": .text("外科"), "doctor": .text("李四")]),
                .group(["department": .text("儿科"), "licence": .rounded]),
            ])
        )
        #expect(
            checked.faults.map(\.column) == [
                "工作.2.科室／岗位", "工作.2.起", "工作.3", "工作.4.执业证书编码", "工作",
            ]
        )
        #expect(
            checked.faults.map(\.code) == [
                .required, .month, .unknownColumn, .longNumber, .rowLimit,
            ]
        )
    }

    @Test func `A field that must be answered is missed when it is not`() throws {
        let record = FormRecord(values: ["name": .text("张三")])
        let checked = try AnswerReader(PracticeForm.template).read(record)
        #expect(checked.faults.map(\.code) == [.required])
        #expect(checked.faults.first?.column == "试用机构名称（全称）")
        #expect(checked.answers == ["name": .text("张三")])
    }

    @Test func `A pattern that is none is the template's mistake`() {
        var template = PracticeForm.template
        template.fields[0].pattern = "["
        let error = #expect(throws: FormDataError.self) { try AnswerReader(template) }
        #expect(error?.faults.first?.code == .template)
    }

    @Test func `Long numbers that end in zeros are used and warned of`() throws {
        let template = FormTemplate(
            id: "n",
            version: 1,
            titles: [],
            fields: [FormEntryRule(id: "n", label: "账号", kind: .number)],
            blocks: []
        )
        let reader = try AnswerReader(template)
        let round = reader.read(FormRecord(values: ["n": .text("622202100000123000")]))
        #expect(round.faults.map(\.code) == [.roundNumber])
        #expect(round.isUsable)
        let other = reader.read(FormRecord(values: ["n": .text("６２２２02100000123001")]))
        #expect(other.answers == ["n": .text("622202100000123001")])
        #expect(other.faults == [])
        let letters = reader.read(FormRecord(values: ["n": .text("12a")]))
        #expect(letters.faults.map(\.code) == [.number])
    }
}
