import FormFilling
import FormLayout

/// A form with a field of each kind, after Templates/Forms/practice-proof.yaml.
enum PracticeForm {
    static let template = FormTemplate(
        id: "practice",
        version: 1,
        titles: [.init("工作实践证明")],
        sheetPer: "units",
        fields: [
            FormEntryRule(
                id: "name",
                label: "姓名",
                isRequired: true,
                limit: 6,
                binding: "name"
            ),
            FormEntryRule(id: "sex", label: "性别", kind: .choice(["男", "女"]), binding: "sex"),
            FormEntryRule(id: "born", label: "出生年月", kind: .month, binding: "born"),
            FormEntryRule(
                id: "idNumber",
                label: "证件号码",
                kind: .idNumber,
                binding: "idNumber"
            ),
            FormEntryRule(id: "day", label: "填表日期", kind: .date, binding: "forms.day"),
            FormEntryRule(
                id: "unit",
                label: "试用机构名称（全称）",
                isRequired: true,
                binding: "unit.name"
            ),
            FormEntryRule(
                id: "unitCode",
                label: "机构登记号",
                pattern: "[0-9A-Z]{15,22}",
                patternHint: "15 至 22 位数字或大写字母",
                binding: "unit.code"
            ),
            FormEntryRule(id: "phone", label: "联系电话", kind: .phone, binding: "unit.phone"),
            FormEntryRule(
                id: "skills",
                label: "掌握技能",
                kind: .choices(["问诊", "查体", "病历、处方"])
            ),
            FormEntryRule(id: "remark", label: "备注", kind: .lines),
            FormEntryRule(
                id: "work",
                label: "工作",
                kind: .rows([
                    FormEntryRule(id: "department", label: "科室／岗位", isRequired: true),
                    FormEntryRule(id: "from", label: "起", kind: .month),
                    FormEntryRule(
                        id: "licence",
                        label: "执业证书编码",
                        kind: .number,
                        limit: 15
                    ),
                ]),
                limit: 3,
                binding: "unit.work"
            ),
            FormEntryRule(id: "level", label: "报考级别", binding: "profile.level"),
        ],
        blocks: []
    )

    /// The fields that must be answered.
    static let needed: [String: FormDatum] = ["name": .text("张三"), "unit": .text("甲医院")]

    /// Reads the answer to one field beside those that must be there.
    static func read(_ field: String, _ datum: FormDatum) throws -> CheckedAnswers {
        let values = needed.merging([field: datum]) { _, new in new }
        return try AnswerReader(template).read(FormRecord(number: 7, line: 8, values: values))
    }
}
