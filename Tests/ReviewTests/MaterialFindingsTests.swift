import Registration
import Review
import Testing

@Suite struct MaterialFindingsTests {
    private func summary(
        _ materials: [MaterialRule],
        _ pictures: [String: Int],
        profile: [String: ProfileValue] = [:],
        waivers: [Waiver] = []
    ) -> [String] {
        let review = CandidateReview(
            area: Samples.area(materials),
            profile: profile,
            waivers: waivers
        )
        var folders: [String: [Picture]] = [:]
        for (folder, count) in pictures {
            folders[folder] = (0..<count).map { Samples.picture("\(folder)/\($0).jpg") }
        }
        return review.findings(for: folders).map { finding in
            [
                finding.code.rawValue, finding.severity.rawValue, finding.material ?? "-",
                finding.measured ?? "-", finding.limit ?? "-",
            ].joined(separator: " | ")
        }
    }

    @Test(arguments: [
        (0, ["material.missing | error | a | 0 | ≥ 2"]),
        (1, ["material.too-few | error | a | 1 | ≥ 2"]), (2, []), (3, []),
        (4, ["material.too-many | error | a | 4 | ≤ 3"]),
    ])
    func `A required material needs its number of pictures`(count: Int, expected: [String]) {
        #expect(summary([Samples.material("a", minimum: 2, maximum: 3)], ["a": count]) == expected)
    }

    @Test func `Pictures that nobody asked for are a warning`() {
        var material = Samples.material("a")
        material.condition = .equals("foreignEdu", .flag(true))
        let profile = ["foreignEdu": ProfileValue.flag(false)]
        #expect(
            summary([material], ["a": 1], profile: profile)
                == ["material.not-required | warning | a | 1 | -"]
        )
        #expect(summary([material], [:], profile: profile) == [])
        #expect(summary([material], ["a": 0], profile: profile) == [])
    }

    @Test func `What cannot be told is a warning that names the keys`() {
        var material = Samples.material("a")
        material.condition = .any([.equals("p", .flag(true)), .equals("q", .flag(true))])
        #expect(
            summary([material], ["a": 1]) == ["material.cannot-tell | warning | a | p, q | -"]
        )
    }

    @Test func `An optional material is welcome and not missed`() {
        var material = Samples.material("a", maximum: 2)
        material.isOptional = true
        #expect(summary([material], [:]) == [])
        #expect(summary([material], ["a": 2]) == [])
        #expect(
            summary([material], ["a": 3]) == ["material.too-many | error | a | 3 | ≤ 2"]
        )
    }

    @Test func `An unclear number is told beside what is certain`() {
        var material = Samples.material("a")
        material.count = CountRule([.init(minimum: 1, multiplier: .init(list: "units"))])
        #expect(
            summary([material], [:]) == [
                "material.count-unclear | warning | a | units | -",
                "material.missing | error | a | 0 | ≥ 1",
            ]
        )
    }

    @Test func `A folder of an unknown name comes last, in name order`() {
        #expect(
            summary([Samples.material("a")], ["b": 1, "乙": 0, "a": 1]) == [
                "material.unknown-folder | error | - | b | -",
                "material.unknown-folder | error | - | 乙 | -",
            ]
        )
    }

    @Test func `A material may lie in a folder of its title`() {
        #expect(summary([Samples.material("a")], ["材料a": 1]) == [])
    }

    @Test func `Another material may prove the same`() {
        var first = Samples.material("a")
        first.satisfiedBy = ["b"]
        let materials = [first, Samples.material("b")]
        #expect(
            summary(materials, ["b": 1])
                == ["material.satisfied-elsewhere | note | a | b | ≥ 1"]
        )
        #expect(
            summary(materials, [:]) == [
                "material.missing | error | a | 0 | ≥ 1", "material.missing | error | b | 0 | ≥ 1",
            ]
        )
    }

    @Test(arguments: [
        ("师承", ["material.waived | note | a | 没有 | -"]),
        (
            "学历",
            [
                "waiver.not-allowed | error | a | - | -", "material.missing | error | a | 0 | ≥ 1",
            ]
        ),
    ])
    func `A waiver counts only for those to whom it is open`(path: String, expected: [String]) {
        var material = Samples.material("a")
        material.waivable = .equals("path", .text("师承"))
        let waiver = Waiver(material: "a", reason: "没有")
        let profile = ["path": ProfileValue.text(path)]
        #expect(summary([material], [:], profile: profile, waivers: [waiver]) == expected)
        #expect(summary([material], ["a": 1], profile: profile, waivers: [waiver]) == [])
    }

    @Test func `An override covers its code, and only its picture if it names one`() {
        let finding = Finding(.pictureTurned, .error, material: "a", picture: "a/1.jpg")
        #expect(Override(code: .pictureTurned, reason: "r").covers(finding))
        #expect(Override(code: .pictureTurned, picture: "a/1.jpg", reason: "r").covers(finding))
        #expect(!Override(code: .pictureTurned, picture: "a/2.jpg", reason: "r").covers(finding))
        #expect(!Override(code: .pictureTooLarge, reason: "r").covers(finding))
    }
}
