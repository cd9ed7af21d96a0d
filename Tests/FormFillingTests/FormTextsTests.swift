import CandidateFixtures
import FormFilling
import FormLayout
import TemplateCatalog
import Testing

@Suite struct FormTextsTests {
    @Test(arguments: FormDataFault.Code.all)
    func `Every mistake has a sentence in both languages`(code: FormDataFault.Code) throws {
        let texts = try Repository.catalog().formTexts()
        let values = [
            "reason": "R", "encoding": "E", "count": "3", "expected": "2", "limit": "1",
            "options": "O", "id": "I", "number": "4", "other": "5",
        ]
        let fault = FormDataFault(code, row: 3, line: 4, column: "姓名", values: values)
        let chinese = fault.sentence(in: .zh, texts: texts)
        let english = fault.sentence(in: .en, texts: texts)
        #expect(chinese.hasPrefix("第 3 条，文件第 4 行，“姓名”："))
        #expect(english.hasPrefix("record 3, line 4, “姓名”: "))
        #expect(chinese.hasSuffix("。") && english.hasSuffix("."))
        #expect(!chinese.contains(code.rawValue) && !english.contains(code.rawValue))
        // The pattern of file names is explained with its gaps.
        if code != .fileName { #expect(!chinese.contains("{") && !english.contains("{")) }
    }

    @Test func `Every code is listed once`() {
        #expect(Set(FormDataFault.Code.all).count == FormDataFault.Code.all.count)
    }

    @Test func `Sentences hint at what was meant`() throws {
        let texts = try Repository.catalog().formTexts()
        let column = FormDataFault(
            .unknownColumn,
            line: 1,
            columnNumber: 3,
            values: ["meant": "证件号码"]
        )
        #expect(
            column.sentence(in: .zh, texts: texts)
                == "文件第 1 行，第 3 列：本表没有这个字段；是否应为“证件号码”？"
        )
        let pattern = FormDataFault(
            .pattern,
            row: 1,
            column: "机构登记号",
            values: ["hint": "15 至 22 位数字或大写字母"]
        )
        #expect(
            pattern.sentence(in: .zh, texts: texts) == "第 1 条，“机构登记号”：格式不对（15 至 22 位数字或大写字母）。"
        )
    }

    @Test(arguments: [
        ("name", "欧阳某某某某某某某"), ("sex", "QQQ-VALUE"), ("born", "QQQ-VALUE"),
        ("idNumber", "QQQ-值"), ("idNumber", "110105194912310021"), ("day", "QQQ-VALUE"),
        ("unitCode", "QQQ-VALUE"), ("phone", "QQQ-VALUE"), ("skills", "QQQ-VALUE；查体"),
        ("work", #"[{"QQQ-VALUE": "QQQ-VALUE"}, {"from": "QQQ-VALUE"}]"#),
    ])
    func `No sentence repeats what somebody wrote`(field: String, written: String) throws {
        let texts = try Repository.catalog().formTexts()
        let faults = try PracticeForm.read(field, .text(written)).faults
        #expect(!faults.isEmpty)
        for fault in faults {
            for language in FindingTexts.Language.allCases {
                let sentence = fault.sentence(in: language, texts: texts)
                #expect(!sentence.contains("QQQ") && !sentence.contains(written))
            }
            #expect(!"\(fault)".contains("QQQ") && !"\(fault)".contains(written))
        }
    }
}
