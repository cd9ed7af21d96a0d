import FormFilling
import FormLayout
import TemplateCatalog
import Testing

@Suite struct FormDataFileTests {
    private func file(_ yaml: String) throws -> FormDataFile {
        try FormDataFile(
            bytes: Array(yaml.utf8),
            file: "data.yaml",
            template: PracticeForm.template
        )
    }

    @Test func `Fields are named by id or label, and given texts, lists and rows`() throws {
        let read = try file(
            """
            姓名: 张三
            idNumber: 11010519491231002X
            day: 2026-02-05
            phone:
            skills: [问诊, 查体]
            work:
              - { department: 内科, 起: 2024-07 }
              - 科室/岗位: 外科
            """
        )
        #expect(
            read.values == [
                "name": .text("张三"), "idNumber": .text("11010519491231002X"),
                "day": .text("2026-02-05"), "skills": .list([.text("问诊"), .text("查体")]),
                "work": .list([
                    .group(["department": .text("内科"), "from": .text("2024-07")]),
                    .group(["department": .text("外科")]),
                ]),
            ]
        )
    }

    @Test(arguments: [
        ("name: 甲\n证件号玛: 1", "data.yaml:2:1: unknown key; did you mean \"证件号码\"?"),
        (
            "work:\n  - { departmant: 1 }",
            "data.yaml:2:7: unknown key; did you mean \"department\"?"
        ),
        ("name: 甲\n姓名: 甲", "data.yaml:2:1: this key is there more than once"),
        ("name: [甲]", "data.yaml:1:7: a text is expected"),
        ("work: [甲]", "data.yaml:1:8: a mapping (key: value) is expected"),
        ("- 甲", "data.yaml:1:1: a mapping (key: value) is expected"),
    ])
    func `What does not belong there is told by line and column`(
        yaml: String,
        sentence: String
    ) throws {
        let error = #expect(throws: CatalogError.self) { try file(yaml) }
        #expect(error?.description == sentence)
    }

    @Test func `A key like none is not repeated`() throws {
        let error = #expect(throws: CatalogError.self) { try file("王小明的证件是什么: 1") }
        #expect(error?.description.contains("王小明") == false)
        #expect(error?.description.contains("known here: name, 姓名") == true)
    }
}
