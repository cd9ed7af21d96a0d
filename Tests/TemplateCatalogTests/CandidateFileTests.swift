import Registration
import Review
import TemplateCatalog
import Testing

@Suite struct CandidateFileTests {
    // The example number of GB 11643-1999; the name is made up.
    private static let lines = [
        "area: hunan-2026",  // 1
        "name: 样本甲",
        "idKind: 二代身份证",
        "idNumber: 11010519491231002x",
        "profile:",  // 5
        "  level: 执业医师",
        "  upgraded: 是",
        "  upgradeDate: 2017-09",
        "  graduate.state: 无",
        "  regShortfall:",  // 10
        "units:",
        "  - { name: 某医院, grade: 三级甲等医院, from: 2024-07 }",
        "  - { grade: 其他 }",
        "waivers:",
        "  - { material: 毕业证书, reason: 无 }",  // 15
        "overrides:",
        "  - { code: picture.near-limit, picture: materials/毕业证书/1.jpg, reason: 无妨 }",
    ]

    private func file(_ line: Int = 1, _ replacement: String? = nil) throws -> CandidateFile {
        var lines = Self.lines
        if let replacement { lines[line - 1] = replacement }
        let area = try Repository.catalog().area("hunan-2026").area
        return try CandidateFile(bytes: Array(lines.joined(separator: "\n").utf8), area: area)
    }

    @Test func `A candidate's file is read by the area's vocabulary`() throws {
        let file = try file()
        #expect(file.areaID == "hunan-2026")
        #expect(file.candidate.name == "样本甲")
        #expect(file.candidate.idNumber == "11010519491231002X")
        #expect(
            file.candidate.profile == [
                "idKind": .text("二代身份证"), "level": .text("执业医师"), "upgraded": .flag(true),
                "upgradeDate": partialDate("2017-09"), "graduate.state": .text("无"),
                "units": .list([
                    [
                        "name": .text("某医院"), "grade": .text("三级甲等医院"),
                        "from": partialDate("2024-07"),
                    ], ["grade": .text("其他")],
                ]),
            ]
        )
        #expect(file.waivers == [Waiver(material: "hn.diploma", reason: "无")])
        #expect(
            file.overrides == [
                Override(
                    code: .pictureNearLimit,
                    picture: "materials/毕业证书/1.jpg",
                    reason: "无妨"
                )
            ]
        )
    }

    @Test(arguments: [
        (1, "area: hubei-2025", "1:7: the file is for another area than hunan-2026"),
        (2, "name: \" \"", "2:7: this must not be empty"),
        (2, "nmae: 样本甲", "2:1: unknown key; did you mean \"name\"?"),
        (
            2, "样本甲: name",
            "2:1: unknown key; known here: name, idKind, idNumber, area, profile, units, papers, waivers, overrides, turns, forms"
        ),
        (2, "name: &n 样本甲", "2:7: an anchor (&) or alias (*) is not allowed; quote the text"),
        (2, "name: \"样本甲", "17:76: not YAML: found unexpected end of stream"),
        (2, "name: [样本甲]", "2:7: a text is expected"),
        (
            3, "idKind: 身份证",
            "3:9: idKind must be one of: 二代身份证, 临时身份证, 军官证, 警官证, 文职干部证, 士兵证, 军队学员证, 往来大陆通行证, 护照"
        ),
        (
            4, "idNumber: 110105194912310021",
            "4:11: the number's last character does not fit the others"
        ),
        (4, "idNumber: 11010519491331002X", "4:11: the digits 7 to 14 of the number are no date"),
        (4, "idNumber: 1101051949123100", "4:11: the number must have 17 digits and a digit or X"),
        (6, "  levle: 执业医师", "6:3: unknown key; did you mean \"level\"?"),
        (6, "  level: 执业医生", "6:10: level must be one of: 执业医师, 执业助理医师"),
        (
            6, "  idKind: 护照",
            "6:3: unknown key; known here: identity, level, category, path, education, upgraded, upgradeDate, graduate.state, graduate.enrolDate, fromAssistant, regShortfall, foreignEdu"
        ),
        (7, "  upgraded: 也许", "7:13: upgraded must be one of: true, false"),
        (
            8, "  upgradeDate: 2017-13",
            "8:16: upgradeDate must be one of: YYYY-MM-DD, YYYY-MM, YYYY"
        ),
        (9, "  graduate.stat: 无", "9:3: unknown key; did you mean \"graduate.state\"?"),
        (12, "  - { grade: 三甲 }", "12:14: grade must be one of: 三级甲等医院, 疾控中心, 其他"),
        (12, "  - 某医院", "12:5: a mapping (key: value) is expected"),
        (
            15, "  - { material: 毕业证, reason: 无 }",
            "15:17: this is no material; did you mean \"毕业证书\"?"
        ),
        (15, "  - { material: 毕业证书 }", "15:5: the key \"reason\" is missing"),
        (
            17, "  - { code: picture.nearlimit, reason: 无 }",
            "17:13: this is no code of a finding; did you mean \"picture.near-limit\"?"
        ),
    ])
    func `A fault in a candidate's file is told by line and column`(
        line: Int,
        replacement: String,
        message: String
    ) throws {
        let error = #expect(throws: CatalogError.self) { try file(line, replacement) }
        #expect(error?.description == "candidate.yaml:\(message)")
        let chinese = try Repository.catalog().faultTexts().patterns
        let untranslated = (error?.message.patterns ?? []).filter { !chinese.contains($0) }
        #expect(untranslated == [])
    }

    // Every line is spoilt in several ways; whatever the error, it must not give the person away.
    @Test(arguments: 1...17)
    func `No error repeats the name or the number`(line: Int) throws {
        let name = "样本甲"
        let number = "11010519491231002x"
        let spoilt = [
            "\(name): \(number)", "  \(name): 1", "\"\(name)", "[\(number)", "\(number): \(number)",
            "  level: \(name)", "  - { material: \(name), reason: \(number) }", "&\(name) a",
            "idNumber: 1\(number)", "idKind: \(name)", "area: \(number)", "!\(name) \(number)",
            "  - { code: \(number), reason: x }", "- \(name)", "*\(number)", "\(name): [}",
        ]
        for replacement in spoilt {
            do {
                _ = try file(line, replacement)
            } catch {
                let text = "\(error)"
                #expect(!text.contains(name) && !text.contains(number.prefix(8)))
            }
        }
    }

    @Test func `A number of another kind of document is taken as it is`() throws {
        var lines = Self.lines
        lines[2] = "idKind: 护照"
        lines[3] = "idNumber: E12345678"
        let area = try Repository.catalog().area("hunan-2026").area
        let file = try CandidateFile(bytes: Array(lines.joined(separator: "\n").utf8), area: area)
        #expect(file.candidate.idNumber == "E12345678")
        #expect(file.candidate.profile["idKind"] == .text("护照"))
    }

    @Test func `The catalog reads a candidate's file together with its area`() throws {
        let temporary = try TemporaryFolder()
        temporary.write(Self.lines.joined(separator: "\n"), to: "candidate.yaml")
        let both = try Repository.catalog().candidate(at: temporary.path + "/candidate.yaml")
        #expect(both.area.area.id == "hunan-2026")
        #expect(both.candidate.candidate.name == "样本甲")
        let error = #expect(throws: CatalogError.self) {
            try Repository.catalog().candidate(at: temporary.path + "/样本甲.yaml")
        }
        #expect(error?.description == "candidate.yaml: No such file or directory")
    }

    @Test(arguments: ["hunan-2026", "hubei-2025"])
    func `A scaffold asks every question and reads as a file with everything open`(
        id: String
    ) throws {
        let area = try Repository.catalog().area(id).area
        let scaffold = CandidateFile.scaffold(area: area)
        for key in area.vocabulary {
            #expect(scaffold.contains(key.question))
            #expect(scaffold.contains("\(key.key):"))
        }
        let file = try CandidateFile(bytes: Array(scaffold.utf8), area: area)
        #expect(file.candidate.openKeys == ["name", "idKind", "idNumber"])
        #expect(file.candidate.profile.isEmpty)
    }

    @Test func `A scaffold with answers reads back as these answers`() throws {
        let area = try Repository.catalog().area("hunan-2026").area
        let answers = CandidateAnswers(
            name: "样本 \"甲\" \\ #乙: \u{1}",
            idNumber: "军字第0000001号",
            profile: [
                "idKind": .text("军官证"), "level": .text("执业医师"), "upgraded": .flag(true),
                "upgradeDate": partialDate("2017-09"), "path": .text("中医（专长）医师"),
                "units": .list([
                    ["name": .text("- *某: 医院"), "grade": .text("其他")],
                    ["name": .text("true"), "from": partialDate("2024")],
                ]),
            ],
            papers: [
                Paper(material: "hn.id", expires: .never),
                Paper(material: "hn.practice", issued: PartialDate("2026-01-12")),
                Paper(material: "hn.practice", issued: PartialDate("2026-02")),
            ]
        )
        let scaffold = CandidateFile.scaffold(area: area, answers: answers)
        let file = try CandidateFile(bytes: Array(scaffold.utf8), area: area)
        let read = CandidateAnswers.taking(file, of: area, for: area)
        #expect(read.answers == answers)
        #expect(read.refused.isEmpty)
    }

    @Test func `Answers move to another area as far as it takes them`() throws {
        let catalog = try Repository.catalog()
        let (hunan, hubei) = (
            try catalog.area("hunan-2026").area, try catalog.area("hubei-2025").area
        )
        let text = """
            area: hunan-2026
            name: 甲
            idKind: 军官证
            idNumber: 军字第1号
            profile: { level: 执业医师, path: 学历, regShortfall: true }
            papers:
              - { material: 有效身份证明, expires: 长期 }
              - { material: 学历认证报告, issued: 2026-01-01 }
              - { material: 个人承诺书, issued: 2026-01-01 }
            """
        let file = try CandidateFile(bytes: Array(text.utf8), area: hunan)
        let (answers, refused) = CandidateAnswers.taking(file, of: hunan, for: hubei)
        #expect(answers.name == "甲")
        #expect(answers.profile == ["level": .text("执业医师"), "path": .text("学历")])
        #expect(answers.papers.map(\.material) == ["hb.id", "hb.foreignDegree"])
        #expect(refused == [ProfileFact(key: "idKind", value: .text("军官证"))])
    }

    @Test func `A question that makes no sense after the answers is left as a comment`() throws {
        let area = try Repository.catalog().area("hunan-2026").area
        let scaffold = CandidateFile.scaffold(
            area: area,
            answers: CandidateAnswers(profile: ["education": .text("中专")])
        )
        #expect(scaffold.contains("\n  # upgraded:\n"))
        #expect(scaffold.contains("\n  level:\n"))
    }
}
