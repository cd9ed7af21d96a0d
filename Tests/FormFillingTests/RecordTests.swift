import FormFilling
import FormLayout
import Testing

@Suite struct RecordTests {
    private func source(
        _ text: String,
        ignoresUnknown: Bool = false
    ) throws -> DelimitedRecords {
        try DelimitedRecords(
            DelimitedText(MemoryChunks(Array(text.utf8))),
            template: PracticeForm.template,
            ignoresUnknown: ignoresUnknown
        )
    }

    @Test func `Columns are found by id, by label, and by label in wide letters`() throws {
        let text = "姓名*,unit, 证件号码：,试用机构名称(全称)说明\n张三,甲,1,x\n"
        let record = try source(text, ignoresUnknown: true).next()
        #expect(
            record?.values == ["name": .text("张三"), "unit": .text("甲"), "idNumber": .text("1")]
        )
        let wide = try source("ｎａｍｅ,试用机构名称(全称)\n张三,甲\n").next()
        #expect(wide?.values == ["name": .text("张三"), "unit": .text("甲")])
    }

    @Test func `Cells of rows are put together by their numbers`() throws {
        let text = """
            姓名,unit,work.2.department,工作.1.科室/岗位,work.1.from
            张三,甲,外科,内科,2022.07
            """
        let record = try source(text).next()
        #expect(
            record?.values["work"]
                == .list([
                    .group(["department": .text("内科"), "from": .text("2022.07")]),
                    .group(["department": .text("外科")]),
                ])
        )
    }

    @Test func `What is wrong with a header is told once and all together`() throws {
        let error = #expect(throws: FormDataError.self) {
            try source("name,姓名,证件号玛,李四\n张三,张三,1,2\n")
        }
        let faults = error?.faults ?? []
        #expect(
            faults.map(\.code) == [
                .duplicateColumn, .unknownColumn, .unknownColumn, .missingColumn,
            ]
        )
        #expect(faults.map(\.columnNumber) == [2, 3, 4, nil])
        #expect(faults[1].values == ["meant": "证件号码"])
        #expect(faults[2].values == [:])
        #expect(faults[3].column == "试用机构名称（全称）")
    }

    @Test func `A first row without any name is told as that and not repeated`() {
        let error = #expect(throws: FormDataError.self) { try source("李四,某县医院\n") }
        #expect(error?.faults == [FormDataFault(.noHeader, line: 1)])
    }

    @Test func `Rows of empty cells are no records, and numbers count them`() throws {
        let records = try source("name,unit,\n,,\n张三,甲,\n , ,\n李四,乙,x\n")
        let first = try records.next()
        let second = try records.next()
        let third = try records.next()
        #expect(first?.number == 2)
        #expect(second?.number == 4)
        #expect(second?.faults.map(\.code) == [.unnamedColumn])
        #expect(third == nil)
    }

    @Test func `Each line of JSON is a record`() throws {
        let text = """
            \u{FEFF}{"姓名": "张三", "unit": "甲", "work": [{"科室/岗位": "内科"}]}

            {"name": 5, "idNumber": 430106199001011234}
            [1]
            {"name":
            {"name": null, "nom": "x"}
            """
        let records = JSONRecords(
            JSONLines(MemoryChunks(Array(text.utf8), size: 5)),
            template: PracticeForm.template
        )
        var found: [FormRecord] = []
        while let record = try records.next() { found.append(record) }
        #expect(found.map(\.number) == [1, 2, 3, 4, 5])
        #expect(found.map(\.line) == [1, 3, 4, 5, 6])
        #expect(found[0].values["work"] == .list([.group(["科室/岗位": .text("内科")])]))
        #expect(found[1].values == ["name": .text("5"), "idNumber": .rounded])
        #expect(
            found.map { $0.faults.map(\.code) } == [
                [], [], [.notRecord], [.json], [.unknownColumn],
            ]
        )
    }

    @Test func `A line of JSON beyond the limit is refused`() throws {
        let lines = JSONLines(MemoryChunks(Array("[1]\n[1,2,3]\n".utf8), size: 2), limit: 6)
        let first = try lines.next()
        #expect(first?.line == 1)
        let error = #expect(throws: FormDataError.self) { try lines.next() }
        #expect(error?.faults.first?.code == .lineTooLong)
        #expect(error?.faults.first?.line == 2)
    }

    @Test func `A JSON text is one record, or an array of them`() throws {
        let one = try JSONRecords.records(
            of: Array(#"{"name": "张三"}"#.utf8),
            template: PracticeForm.template
        )
        #expect(one.map(\.values) == [["name": .text("张三")]])
        let two = try JSONRecords.records(
            of: Array(#"[{"name": "张三"}, {"姓名": "李四"}]"#.utf8),
            template: PracticeForm.template
        )
        #expect(two.map(\.number) == [1, 2])
        #expect(two[1].values == ["name": .text("李四")])
    }

    @Test func `Labels that several fields bear need an id`() throws {
        let template = FormTemplate(
            id: "twice",
            version: 1,
            titles: [.init("两次")],
            fields: [
                FormEntryRule(id: "a", label: "电话"), FormEntryRule(id: "b", label: "电话"),
            ],
            blocks: []
        )
        let error = #expect(throws: FormDataError.self) {
            try DelimitedRecords(
                DelimitedText(MemoryChunks(Array("a,电话\n1,2\n".utf8))),
                template: template
            )
        }
        #expect(error?.faults.map(\.code) == [.ambiguousColumn])
        #expect(error?.faults.first?.values == ["options": "a, b"])
    }
}
