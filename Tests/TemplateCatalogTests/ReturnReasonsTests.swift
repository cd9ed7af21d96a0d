import Review
import TemplateCatalog
import Testing

@Suite struct ReturnReasonsTests {
    static let file = "Review/reasons.yaml"

    private func areas() throws -> [Area] {
        let catalog = try Repository.catalog()
        return try catalog.areaIDs().map { try catalog.area($0).area }
    }

    @Test func `Every material that a reason names is one of some area`() throws {
        let catalog = try Repository.catalog()
        let reasons = try ReturnReasons(
            bytes: catalog.bytes(of: Self.file),
            file: Self.file,
            areas: areas()
        )
        #expect(try reasons == catalog.returnReasons())
    }

    @Test func `Every reason can be given for a material of each manual`() throws {
        let reasons = try Repository.catalog().returnReasons()
        for area in try areas() {
            let unused = reasons.returns.filter { reason in
                !area.materials.contains { reason.concerns($0, in: area) }
            }
            #expect(unused.map(\.code) == [], "\(area.id)")
        }
    }

    // The vocabulary of 考研网上确认, and what offices of this exam refuse.
    @Test(arguments: [
        "显示不全", "不清楚", "不端正", "上传错误", "缺少规定页", "证明过期", "无公章", "与报名信息不一致",
        "表格年份不符", "部门章", "重复",
    ])
    func `The reasons that are usual are there`(name: String) throws {
        let reasons = try Repository.catalog().returnReasons()
        #expect(reasons.returns.count { $0.wording.title(in: .zh) == name } == 1)
    }

    @Test(arguments: [
        ("hunan-2026", "hn.photo", "no-seal", false),
        ("hunan-2026", "hn.photo", "photo-rules", true),
        ("hunan-2026", "hn.id", "photo-rules", false), ("hunan-2026", "hn.id", "expired", true),
        ("hunan-2026", "hn.id", "not-original", true),
        ("hunan-2026", "hn.diploma", "expired", false),
        ("hunan-2026", "hn.practice", "department-seal", true),
        ("hunan-2026", "hn.practice", "wrong-year", true),
        ("hunan-2026", "hn.photo", "missing-page", false),
        ("hunan-2026", "hn.id", "missing-page", true),
        ("hubei-2025", "hb.asstPrac", "not-original", true),
        ("hubei-2025", "hb.milTrial", "no-seal", true),
        ("hubei-2025", "hb.diploma", "no-seal", false),
        ("hubei-2025", "hb.eduVerify", "wrong-report", true),
        ("hubei-2025", "hb.shortLine", "department-seal", true),
    ])
    func `A reason is bound to what it can concern`(
        id: String,
        material: String,
        code: String,
        expected: Bool
    ) throws {
        let area = try Repository.catalog().area(id).area
        let rule = try #require(area.material(id: material))
        let reasons = try Repository.catalog().returnReasons()
        #expect(reasons.returnReason(code)?.concerns(rule, in: area) == expected)
        #expect(reasons.reasons(for: rule, in: area).contains { $0.code == code } == expected)
    }

    @Test(arguments: FindingTexts.Language.allCases)
    func `Every reason has its words in both languages`(language: FindingTexts.Language) throws {
        let reasons = try Repository.catalog().returnReasons()
        let title = language == .zh ? "毕业证书" : "diploma"
        for reason in reasons.returns {
            let sentence = reason.wording.sentence(in: language, material: title)
            let mending = try #require(reason.wording.mending(in: language, material: title))
            for text in [sentence, mending, reason.wording.title(in: language)] {
                #expect(!text.isEmpty && !text.contains("{"))
                let hasChinese = text.unicodeScalars.contains {
                    (0x4E00...0x9FFF).contains($0.value)
                }
                #expect(hasChinese == (language == .zh), "\(reason.code)")
            }
        }
        for reason in reasons.rejections {
            #expect(!reason.wording.sentence(in: language).isEmpty)
            #expect(reason.wording.mending(in: language) == nil)
        }
    }

    static let sound = """
        format: 1
        returns:
          - code: unclear
            name: { zh: 甲, en: a }
            concerns: { concepts: [id], traits: [pages] }
            asks: picture
            zh: 甲{material}
            en: a
            mend: { zh: 甲, en: a }
        rejections:
          - code: other
            name: { zh: 甲, en: a }
            note: required
            zh: 甲
            en: a
        """

    @Test(arguments: [
        (
            "code: unclear", "code: Unclear1",
            "3:11: a code is lower-case letters and hyphens, 32 at most"
        ),
        ("[id]", "[id, idd]", "5:32: no area has a material that proves this"),
        ("[pages]", "[page]", "5:42: one of these is expected: expires, ages, examYear, pages"),
        ("{ concepts: [id], traits: [pages] }", "everything", "5:15: all, or concepts"),
        ("{ concepts: [id], traits: [pages] }", "{}", "5:15: this must not be empty"),
        ("concepts: [id]", "materials: [hn.idd]", "5:29: no area has a material of this id"),
        (
            "asks: picture", "asks: pages",
            "6:11: one of these is expected: picture, material, either"
        ),
        ("甲{material}", "甲{picture}", "7:9: only the gap {material} is filled"),
        ("    mend: { zh: 甲, en: a }\n", "", "3:5: the key \"mend\" is missing"),
        ("note: required", "note: maybe", "13:11: one of these is expected: required"),
        ("format: 1", "format: 2", "1:9: only format 1 can be read"),
    ])
    func `A fault is told with its line and column`(
        right: String,
        wrong: String,
        expected: String
    ) throws {
        let areas = try areas()
        let sound = try ReturnReasons(bytes: Array(Self.sound.utf8), file: "r", areas: areas)
        #expect(sound.rejectionReason("other")?.needsNote == true)
        #expect(Self.sound.contains(right))
        let broken = Self.sound.replacing(right, with: wrong)
        do throws(CatalogError) {
            _ = try ReturnReasons(bytes: Array(broken.utf8), file: "r", areas: areas)
            Issue.record("no fault is found")
        } catch {
            #expect(error.description.hasPrefix("r:" + expected), "\(error)")
            let chinese = try Repository.catalog().faultTexts().patterns
            #expect(error.message.patterns.filter { !chinese.contains($0) } == [])
        }
    }
}
