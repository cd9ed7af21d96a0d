import Registration
import Review
import Testing

@Suite struct RequirementTests {
    private func need(
        _ material: MaterialRule,
        _ profile: [String: ProfileValue]
    ) -> Requirement.Need {
        material.requirement(for: profile).need
    }

    @Test func `A requirement carries the facts that caused it and the clause`() {
        var material = Samples.material("a")
        material.condition = .equals("foreignEdu", .flag(true))
        let requirement = material.requirement(for: ["foreignEdu": .flag(true)])
        #expect(requirement.need == .required(minimum: 1, maximum: nil))
        #expect(requirement.because == [ProfileFact(key: "foreignEdu", value: .flag(true))])
        #expect(requirement.clause == Samples.clause)
    }

    @Test func `An unanswered question makes it impossible to tell`() {
        var material = Samples.material("a")
        material.condition = .equals("foreignEdu", .flag(true))
        #expect(need(material, [:]) == .cannotTell(missing: [ProfilePath("foreignEdu")]))
        #expect(need(material, ["foreignEdu": .flag(false)]) == .notRequired)
    }

    @Test func `An optional material is never required`() {
        var material = Samples.material("a")
        material.isOptional = true
        #expect(need(material, [:]) == .notRequired)
    }

    @Test(
        arguments: [
            (true, Requirement.Need.notRequired), (false, .required(minimum: 1, maximum: nil)),
            (nil, .cannotTell(missing: [ProfilePath("diplomaLost")])),
        ] as [(Bool?, Requirement.Need)]
    )
    func `A replaced material is not required`(lost: Bool?, expected: Requirement.Need) {
        var material = Samples.material("a")
        material.replacement = .init(
            material: "b",
            condition: .equals("diplomaLost", .flag(true))
        )
        let profile = lost.map { ["diplomaLost": ProfileValue.flag($0)] } ?? [:]
        #expect(need(material, profile) == expected)
    }

    @Test func `The first case of a count that holds gives the numbers`() {
        var material = Samples.material("a")
        material.count = CountRule([
            .init(condition: .equals("idKind", .text("护照")), minimum: 2, maximum: 2),
            .init(minimum: 3, maximum: 3),
        ])
        #expect(need(material, ["idKind": .text("护照")]) == .required(minimum: 2, maximum: 2))
        #expect(need(material, ["idKind": .text("军官证")]) == .required(minimum: 3, maximum: 3))
        let open = material.requirement(for: [:])
        #expect(open.need == .required(minimum: 2, maximum: 3))
        #expect(open.countMissing == [ProfilePath("idKind")])
    }

    @Test(
        arguments: [
            ([], 1, []), (["其他"], 1, []), (["其他", "三级甲等医院", "其他"], 2, []),
            (["其他", nil], 1, ["units[2].grade"]),
        ] as [([String?], Int, [String])]
    )
    func `A count per unit is multiplied by the units that match`(
        grades: [String?],
        minimum: Int,
        missing: [String]
    ) {
        var material = Samples.material("a")
        material.count = CountRule([
            .init(
                minimum: 1,
                multiplier: .init(list: "units", condition: .equals("grade", .text("其他")))
            )
        ])
        let units = grades.map { grade in
            grade.map { ["grade": ProfileValue.text($0)] } ?? [:]
        }
        let requirement = material.requirement(for: ["units": .list(units)])
        #expect(requirement.need == .required(minimum: minimum, maximum: nil))
        #expect(requirement.countMissing.map(\.description) == missing)
    }

    @Test func `A maximum per unit grows with the units that may match`() {
        let rule = CountRule([
            .init(minimum: 1, maximum: 2, multiplier: .init(list: "units"))
        ])
        var material = Samples.material("a")
        material.count = rule
        #expect(
            need(material, ["units": .list([[:], [:], [:]])]) == .required(minimum: 3, maximum: 6)
        )
        #expect(need(material, [:]) == .required(minimum: 1, maximum: nil))
    }

    @Test func `Notes for others are left out`() {
        var material = Samples.material("a")
        material.notes = [
            .init(text: "所有人"),
            .init(condition: .equals("education", .text("中专")), text: "中专"),
            .init(condition: .equals("education", .text("本科")), text: "本科"),
        ]
        let requirement = material.requirement(for: ["education": .text("本科")])
        #expect(requirement.notes == ["所有人", "本科"])
    }

    @Test(
        arguments: [
            ("a", "a"), ("毕业证书", "a"), ("《毕业证书》", "a"), ("许可证 副本", "b"), ("备案表", "b"),
            ("试用期考核合格证明", "c"), ("别的", nil),
        ] as [(String, String?)]
    )
    func `A folder is known by id, title, document or heading`(name: String, id: String?) {
        var diploma = Samples.material("a")
        diploma.title = "毕业证书"
        var licence = Samples.material("b")
        licence.title = "《许可证》副本"
        licence.oneOf = ["备案表"]
        var practice = Samples.material("c")
        practice.category = "试用期考核合格证明"
        let area = Samples.area([diploma, licence, practice])
        #expect(area.materials(named: name).first?.id == id)
    }

    @Test func `A heading over two materials means the one that is required`() {
        var first = Samples.material("a")
        first.category = "试用期考核合格证明"
        first.condition = .equals("fromAssistant", .flag(false))
        var second = Samples.material("b")
        second.category = "试用期考核合格证明"
        second.condition = .equals("fromAssistant", .flag(true))
        let area = Samples.area([first, second])
        let requirements = area.requirements(for: ["fromAssistant": .flag(true)])
        #expect(requirements.material(named: "试用期考核合格证明", in: area)?.id == "b")
    }
}
