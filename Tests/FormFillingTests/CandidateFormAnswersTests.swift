import CandidateFixtures
import FormFilling
import FormLayout
import Review
import TemplateCatalog
import Testing

@Suite struct CandidateFormAnswersTests {
    // The example number of GB 11643-1999: a woman, born on 1949-12-31.
    private static let person = """
        area: hunan-2026
        name: 样本甲
        idKind: 二代身份证
        idNumber: 11010519491231002x
        profile:
          level: 执业医师

        """
    private static let units = """
        units:
          - { name: 某医院, grade: 三级甲等医院, from: 2024-07 }
          - { name: 某卫生院, grade: 其他 }

        """
    private static let forms = """
        forms:
          day: 2026年2月5日
          units:
            - name: " 某卫生院 "
              code: 12345678901234X
              phone: 0731-88888888
              work:
                - { 科室/岗位: 内科, from: 2024.07 }
                - { department: 外科 }
            - { name: 某诊所, code: 12345678901234Y }

        """

    private func answers(_ yaml: String) throws -> CandidateFormAnswers {
        let area = try Repository.catalog().area("hunan-2026").area
        let file = try CandidateFile(bytes: Array(yaml.utf8), area: area)
        return try CandidateFormAnswers(template: PracticeForm.template, file: file, area: area)
    }

    @Test func `Each item of the list has a sheet, with what its name is given for forms`() throws {
        let found = try answers(Self.person + Self.units + Self.forms)
        let shared: FormAnswers = [
            "name": .text("样本甲"), "idNumber": .text("11010519491231002X"), "sex": .text("女"),
            "born": .text("1949-12"), "day": .text("2026-02-05"), "level": .text("执业医师"),
        ]
        let second: FormAnswers = [
            "unit": .text("某卫生院"), "unitCode": .text("12345678901234X"),
            "phone": .text("0731-88888888"),
            "work": .rows([["department": "内科", "from": "2024-07"], ["department": "外科"]]),
        ]
        #expect(found.sheets.map(\.item) == [1, 2])
        #expect(found.sheets[0].checked.answers == shared.merging(["unit": .text("某医院")]) { $1 })
        #expect(found.sheets[1].checked.answers == shared.merging(second) { $1 })
        #expect(found.sheets.map(\.checked.faults) == [[], []])
    }

    @Test func `An entry that belongs to no item is told by its number`() throws {
        let found = try answers(Self.person + Self.units + Self.forms)
        #expect(
            found.faults == [
                FormDataFault(
                    .unknownEntry,
                    .warning,
                    column: "forms.units",
                    values: ["number": "2"]
                )
            ]
        )
    }

    @Test func `Without items there is one sheet, and what is missing is told`() throws {
        let found = try answers(Self.person)
        #expect(found.sheets.map(\.item) == [nil])
        let faults = found.sheets[0].checked.faults
        #expect(faults.map(\.code) == [.required])
        #expect(faults.map(\.row) == [nil])
        #expect(found.sheets[0].checked.answers["name"] == .text("样本甲"))
    }

    @Test func `What forms say of sex and birthday comes before the number`() throws {
        let found = try answers(Self.person + "forms: { sex: 男, born: 1950-01 }\n")
        let answers = found.sheets[0].checked.answers
        #expect(answers["sex"] == .text("男"))
        #expect(answers["born"] == .text("1950-01"))
    }

    @Test func `Only a citizen's number tells of sex and birthday`() throws {
        let passport = Self.person.replacing("二代身份证", with: "护照")
            .replacing("11010519491231002x", with: "E12345678")
        let answers = try answers(passport).sheets[0].checked.answers
        #expect(answers["sex"] == nil)
        #expect(answers["born"] == nil)
        #expect(answers["idNumber"] == .text("E12345678"))
    }

    @Test func `What a scaffold shows for forms can be read without its marks`() throws {
        let area = try Repository.catalog().area("hunan-2026").area
        let lines = CandidateFile.scaffold(area: area).split(separator: "\n")
        let start = try #require(lines.firstIndex(of: "# forms:"))
        let forms = lines[start...].map { $0.dropFirst(2) }
        let text = "area: hunan-2026\n" + forms.joined(separator: "\n")
        let file = try CandidateFile(bytes: Array(text.utf8), area: area)
        #expect(
            file.forms == [
                "nation": .text("民族"),
                "units": .list([.group(["name": .text("名称"), "phone": .text("电话")])]),
            ]
        )
    }

    @Test(arguments: [
        ("forms: { 王小明: x }", 7, "a key has Latin letters and digits"),
        ("forms: { day: { a: 1 } }", 7, "a text or a list is expected"),
        ("forms: 王小明", 7, "a mapping (key: value) is expected"),
    ])
    func `What cannot be under forms is told by its place and not repeated`(
        line: String,
        number: Int,
        sentence: String
    ) throws {
        let error = #expect(throws: CatalogError.self) { try answers(Self.person + line) }
        #expect(error?.place?.line == number)
        #expect(error?.message.description == sentence)
        #expect(error?.description.contains("王小明") == false)
    }
}
