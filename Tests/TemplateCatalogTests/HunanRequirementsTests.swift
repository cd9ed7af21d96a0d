import Registration
import Review
import TemplateCatalog
import Testing

/// Profiles with what 附件2 资料上传清单 (2026) asks of them, worked out by hand.
@Suite struct HunanRequirementsTests {
    static let everybody = ["hn.photo": 1, "hn.id": 3, "hn.diploma": 1, "hn.practice": 1]

    /// A physician's candidate with a full-length degree and one unit of the highest grade.
    private static let base: [String: ProfileValue] = [
        "idKind": .text("二代身份证"), "identity": .text("大陆居民"), "level": .text("执业医师"),
        "category": .text("临床"), "path": .text("学历"), "education": .text("本科"),
        "upgraded": .flag(false), "fromAssistant": .flag(false), "foreignEdu": .flag(false),
        "units": units(["三级甲等医院"]),
    ]

    private static let assistant = everybody.without("hn.practice").with([
        "hn.practiceAsst": 1, "hn.asstQual": 1, "hn.asstPrac": 1,
    ])

    private static let freshPostgraduate = everybody.with([
        "hn.studentCard": 1, "hn.clinicalYear": 1, "hn.pledge": 1,
    ])

    static let cases: [ProfileCase] = [
        ProfileCase("本科，三级甲等医院", base, everybody),
        ProfileCase("疾控中心", base.with(["units": units(["疾控中心"])]), everybody),
        ProfileCase(
            "普通医院须交许可证",
            base.with(["units": units(["其他"])]),
            everybody.with(["hn.licence": 1])
        ),
        ProfileCase(
            "三个单位，两个须交许可证",
            base.with(["units": units(["其他", "三级甲等医院", "其他"])]),
            everybody.with(["hn.practice": 3, "hn.licence": 2])
        ),
        ProfileCase(
            "专升本，2015年9月1日",
            upgraded("2015-09-01"),
            everybody.with(["hn.collegeDiploma": 1])
        ),
        ProfileCase("专升本，2015年8月31日", upgraded("2015-08-31"), everybody),
        ProfileCase(
            "专升本，2015年9月",
            upgraded("2015-09"),
            everybody.with(["hn.collegeDiploma": 1])
        ),
        ProfileCase(
            "专升本，只知2015年",
            upgraded("2015"),
            everybody,
            unclear: ["hn.collegeDiploma": ["upgradeDate"]]
        ),
        ProfileCase(
            "专升本，报考执业助理医师",
            upgraded("2017-09").with(["level": .text("执业助理医师")]),
            everybody
        ),
        ProfileCase(
            "助理报考执业医师，无变更",
            base.with(["fromAssistant": .flag(true), "regShortfall": .flag(false)]),
            assistant
        ),
        ProfileCase(
            "助理报考执业医师，年限不足",
            base.with(["fromAssistant": .flag(true), "regShortfall": .flag(true)]),
            assistant.with(["hn.firstReg": 1])
        ),
        ProfileCase(
            "硕士研究生，毕业当年",
            base.with(["education": .text("硕士研究生"), "graduate.state": .text("毕业当年")]),
            freshPostgraduate
        ),
        ProfileCase(
            "博士研究生，2015年1月1日入学",
            graduated("2015-01-01"),
            everybody.with(["hn.degree": 1])
        ),
        ProfileCase("博士研究生，2014年12月31日入学", graduated("2014-12-31"), everybody),
        ProfileCase(
            "硕士研究生，毕业当年，报考执业助理医师",
            base.with([
                "education": .text("硕士研究生"), "graduate.state": .text("毕业当年"),
                "level": .text("执业助理医师"),
            ]),
            everybody
        ),
        ProfileCase(
            "师承",
            base.with(["path": .text("师承"), "category": .text("传统医学师承")]),
            everybody.with(["hn.apprentice": 1])
        ),
        ProfileCase(
            "传统医学确有专长类别",
            base.with(["category": .text("传统医学确有专长")]),
            everybody.with(["hn.apprentice": 1])
        ),
        ProfileCase(
            "中医（专长）医师",
            base.with(["path": .text("中医（专长）医师"), "category": .text("中医")]),
            everybody.with(["hn.tcmQual": 1, "hn.tcmPrac": 1])
        ),
        ProfileCase(
            "外国医学毕业证",
            base.with(["foreignEdu": .flag(true)]),
            everybody.with(["hn.foreignEdu": 1])
        ),
        ProfileCase(
            "外籍，护照",
            base.with(["identity": .text("外籍"), "idKind": .text("护照")]),
            everybody.with(["hn.internForeign": 1, "hn.id": 2])
        ),
        ProfileCase(
            "香港，往来大陆通行证",
            base.with(["identity": .text("香港"), "idKind": .text("往来大陆通行证")]),
            everybody.with(["hn.internTHM": 1])
        ),
        ProfileCase(
            "现役军人与他人相同",
            base.with(["identity": .text("现役军人"), "idKind": .text("军官证")]),
            everybody
        ),
        ProfileCase(
            "助理报考执业医师，专升本，两个单位，其余未填",
            [
                "fromAssistant": .flag(true), "level": .text("执业医师"), "category": .text("临床"),
                "education": .text("本科"), "upgraded": .flag(true),
                "upgradeDate": partialDate("2017-09"), "identity": .text("大陆居民"),
                "idKind": .text("二代身份证"), "units": units(["三级甲等医院", "其他"]),
            ],
            assistant.with(["hn.practiceAsst": 2, "hn.licence": 1, "hn.collegeDiploma": 1]),
            unclear: [
                "hn.firstReg": ["regShortfall"], "hn.apprentice": ["path"], "hn.tcmQual": ["path"],
                "hn.tcmPrac": ["path"], "hn.foreignEdu": ["foreignEdu"],
            ]
        ),
    ]

    @Test(arguments: cases)
    func `Hunan asks for what its manual says`(profileCase: ProfileCase) throws {
        let area = try Repository.catalog().area("hunan-2026").area
        profileCase.expect(in: area)
    }

    @Test func `An empty profile leaves everything conditional open`() throws {
        let area = try Repository.catalog().area("hunan-2026").area
        let requirements = area.requirements(for: [:])
        #expect(
            requirements.filter(\.isRequired).map(\.material.id) == [
                "hn.photo", "hn.id", "hn.diploma",
            ]
        )
        #expect(requirements.filter { $0.need == .notRequired }.map(\.material.id) == ["hn.other"])
        let id = requirements.first { $0.material.id == "hn.id" }
        #expect(id?.need == .required(minimum: 2, maximum: 3))
        #expect(id?.countMissing == [ProfilePath("idKind")])
    }

    @Test func `The number of identity pictures is fixed`() throws {
        let area = try Repository.catalog().area("hunan-2026").area
        let id = area.material(id: "hn.id")?.requirement(for: Self.base)
        #expect(id?.need == .required(minimum: 3, maximum: 3))
        let photo = area.material(id: "hn.photo")?.requirement(for: Self.base)
        #expect(photo?.need == .required(minimum: 1, maximum: 1))
    }

    @Test(arguments: [("师承", true), ("中医（专长）医师", true), ("学历", false)])
    func `Only those without a medical diploma can have it waived`(
        path: String,
        isWaived: Bool
    ) throws {
        let area = try Repository.catalog().area("hunan-2026").area
        let review = CandidateReview(
            area: area,
            profile: Self.base.with(["path": .text(path)]),
            waivers: [Waiver(material: "hn.diploma", reason: "无医学毕业证书")]
        )
        let codes = review.findings(for: [:]).filter { $0.material == "hn.diploma" }.map(\.code)
        #expect(codes == (isWaived ? [.materialWaived] : [.waiverNotAllowed, .materialMissing]))
    }

    private static func upgraded(_ text: String) -> [String: ProfileValue] {
        base.with(["upgraded": .flag(true), "upgradeDate": partialDate(text)])
    }

    private static func graduated(_ text: String) -> [String: ProfileValue] {
        base.with([
            "education": .text("博士研究生"), "graduate.state": .text("已毕业"),
            "graduate.enrolDate": partialDate(text),
        ])
    }
}
