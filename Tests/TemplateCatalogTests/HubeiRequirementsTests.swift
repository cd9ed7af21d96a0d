import Registration
import Review
import TemplateCatalog
import Testing

/// Profiles with what 考生网报操作手册 (2025) asks of them, worked out by hand.
@Suite struct HubeiRequirementsTests {
    private static let everybody = [
        "hb.photo": 1, "hb.id": 2, "hb.diploma": 1, "hb.eduVerify": 1,
    ]

    private static let fullTime = everybody.with(["hb.degree": 1, "hb.degreeVerify": 1])

    private static let base: [String: ProfileValue] = [
        "idKind": .text("二代身份证"), "identity": .text("大陆居民"), "level": .text("执业医师"),
        "category": .text("临床"), "path": .text("学历"), "education": .text("本科"),
        "studyMode": .text("全日制"), "upgraded": .flag(false), "freshGraduate": .flag(false),
        "diplomaLost": .flag(false), "foreignEdu": .flag(false), "fromAssistant": .flag(false),
        "shortLine": .text("无"),
    ]

    private static let assistant = fullTime.with(["hb.asstQual": 1, "hb.asstPrac": 1])

    static let cases: [ProfileCase] = [
        ProfileCase("全日制本科", base, fullTime),
        ProfileCase("自考本科", base.with(["studyMode": .text("自考")]), everybody),
        ProfileCase(
            "全日制中专",
            base.with(["education": .text("中专"), "level": .text("执业助理医师")]),
            everybody
        ),
        ProfileCase(
            "3+2学制专科",
            base.with(["education": .text("专科"), "threePlusTwo": .flag(true)]),
            everybody.with(["hb.supEdu": 1])
        ),
        ProfileCase(
            "普通专科",
            base.with(["education": .text("专科"), "threePlusTwo": .flag(false)]),
            everybody
        ),
        ProfileCase(
            "专升本，无年限",
            base.with(["upgraded": .flag(true)]),
            fullTime.with(["hb.supEdu": 1])
        ),
        ProfileCase(
            "毕业证书遗失",
            base.with(["diplomaLost": .flag(true)]),
            fullTime.without("hb.diploma").with(["hb.diplomaSub": 1])
        ),
        ProfileCase(
            "硕士研究生，毕业当年",
            base.with(["education": .text("硕士研究生"), "graduate.state": .text("毕业当年")]),
            fullTime.with([
                "hb.supEdu": 1, "hb.enrolCert": 1, "hb.pgCert": 1, "hb.studentCard": 1,
                "hb.clinicalPledge": 1,
            ])
        ),
        ProfileCase(
            "博士研究生，已毕业",
            base.with(["education": .text("博士研究生"), "graduate.state": .text("已毕业")]),
            fullTime.with(["hb.supEdu": 1])
        ),
        ProfileCase(
            "助理申报执业医师，注册无误",
            base.with([
                "fromAssistant": .flag(true), "regMismatch": .flag(false),
                "regNotFound": .flag(false),
            ]),
            assistant
        ),
        ProfileCase(
            "助理申报执业医师，首次注册时间不一致",
            base.with(["fromAssistant": .flag(true), "regMismatch": .flag(true)]),
            assistant.with(["hb.firstReg": 1])
        ),
        ProfileCase(
            "助理申报执业医师，系统未查到",
            base.with([
                "fromAssistant": .flag(true), "regMismatch": .flag(false),
                "regNotFound": .flag(true),
            ]),
            assistant.with(["hb.firstReg": 1])
        ),
        ProfileCase(
            "助理申报执业医师，不知是否一致",
            base.with(["fromAssistant": .flag(true), "regNotFound": .flag(false)]),
            assistant,
            unclear: ["hb.firstReg": ["regMismatch"]]
        ),
        ProfileCase(
            "部队考生",
            base.with(["identity": .text("现役军人")]),
            fullTime.with([
                "hb.milTrial": 1, "hb.milLicence": 1, "hb.milMentor": 1, "hb.milPolitical": 1,
            ])
        ),
        ProfileCase(
            "台湾居民",
            base.with(["identity": .text("台湾"), "idKind": .text("港澳台居民居住证")]),
            fullTime.with(["hb.internTHM": 1])
        ),
        ProfileCase(
            "外籍，护照，国外学历，外文材料",
            base.with([
                "identity": .text("外籍"), "idKind": .text("护照"), "foreignEdu": .flag(true),
                "foreignLanguageDocs": .flag(true),
            ]),
            fullTime.without("hb.eduVerify").with([
                "hb.id": 1, "hb.internForeign": 1, "hb.foreignDegree": 1, "hb.foreignElig": 1,
                "hb.translation": 1,
            ])
        ),
        ProfileCase(
            "师承",
            base.with(["path": .text("师承"), "category": .text("传统医学师承")]),
            fullTime.with(["hb.apprentice": 1])
        ),
        ProfileCase(
            "应届毕业生",
            base.with(["freshGraduate": .flag(true)]),
            fullTime.with(["hb.freshPledge": 1])
        ),
        ProfileCase(
            "院前急救加试",
            base.with(["shortLine": .text("院前急救")]),
            fullTime.with(["hb.shortLine": 1])
        ),
        ProfileCase(
            "应届，全日制专升本，儿科加试，其余未填",
            [
                "idKind": .text("二代身份证"), "freshGraduate": .flag(true),
                "studyMode": .text("全日制"), "education": .text("本科"), "upgraded": .flag(true),
                "shortLine": .text("儿科"),
            ],
            fullTime.without("hb.diploma", "hb.eduVerify").with([
                "hb.supEdu": 1, "hb.freshPledge": 1, "hb.shortLine": 1,
            ]),
            unclear: [
                "hb.diploma": ["diplomaLost"], "hb.diplomaSub": ["diplomaLost"],
                "hb.eduVerify": ["foreignEdu"], "hb.foreignDegree": ["foreignEdu"],
                "hb.foreignElig": ["foreignEdu"],
                "hb.translation": ["foreignEdu", "foreignLanguageDocs"],
                "hb.asstQual": ["fromAssistant"], "hb.asstPrac": ["fromAssistant"],
                "hb.firstReg": ["fromAssistant", "regMismatch", "regNotFound"],
                "hb.milTrial": ["identity"], "hb.milLicence": ["identity"],
                "hb.milMentor": ["identity"], "hb.milPolitical": ["identity"],
                "hb.internTHM": ["identity"], "hb.internForeign": ["identity"],
                "hb.apprentice": ["path", "category"],
            ]
        ),
    ]

    @Test(arguments: cases)
    func `Hubei asks for what its manual says`(profileCase: ProfileCase) throws {
        let area = try Repository.catalog().area("hubei-2025").area
        profileCase.expect(in: area)
    }

    @Test func `The certificate of a postgraduate stands for that of enrolment`() throws {
        let area = try Repository.catalog().area("hubei-2025").area
        let profile = Self.base.with([
            "education": .text("硕士研究生"), "graduate.state": .text("毕业当年"),
        ])
        let hash = try #require(ContentHash(bytes: [UInt8](repeating: 7, count: 32)))
        let facts = PictureFacts(format: .jpeg, size: ByteCount(1000), hash: hash)
        let picture = Picture(path: "materials/在读研究生证明/1.jpg", facts: facts)
        let findings = CandidateReview(area: area, profile: profile)
            .findings(for: ["在读研究生证明": [picture]])
        #expect(findings.filter { $0.material == "hb.pgCert" } == [])
        let enrolment = findings.filter { $0.material == "hb.enrolCert" }
        #expect(enrolment.map(\.code) == [.materialSatisfiedElsewhere])
    }

    @Test(
        arguments: [
            (499_999, nil), (500_000, nil), (500_001, .note), (511_999, .note), (512_000, .note),
            (512_001, .error),
        ] as [(Int, Finding.Severity?)]
    )
    func `Hubei's pictures may have 500k`(bytes: Int, severity: Finding.Severity?) throws {
        let limit = try #require(
            try Repository.catalog().area("hubei-2025").area.pictureRule.maxBytes
        )
        let size = ByteCount(bytes)
        #expect(limit.allows(size) == (severity != .error))
        #expect(limit.isDebatable(size) == (severity == .note))
    }
}
