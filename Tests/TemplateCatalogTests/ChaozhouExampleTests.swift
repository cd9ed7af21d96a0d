import Registration
import Review
import TemplateCatalog
import Testing

@Suite struct ChaozhouExampleTests {
    private static let everybody = [
        "cz.list": 1, "cz.form": 1, "cz.id": 1, "cz.diploma": 1, "cz.eduCheck": 1,
    ]

    private static let plain: [String: ProfileValue] = [
        "idKind": .text("身份证"), "level": .text("执业医师"), "fromAssistant": .flag(false),
        "staged": .flag(false), "selfTaught": .flag(false),
    ]

    private let example: ExampleArea

    init() throws { example = try ExampleArea("chaozhou-2024") }

    // 2024-03-05 is 19,787 days after 1970-01-01, as date -d 2024-03-05 +%s / 86400 says.
    @Test func `After the last day for pictures nothing is submitted`() {
        #expect(example.area.caseRules.lastDay == 19_787)
    }

    @Test func `The file has no fault and not even a doubtful sentence`() {
        #expect(example.faults.map(\.error.description) == [])
        #expect(example.area.year == 2024)
        #expect(example.area.materials.count == 9)
        #expect(example.area.photoRule == nil)
    }

    @Test func `Copies are refused for every material`() {
        #expect(example.area.materials.allSatisfy { $0.form == .original })
        #expect(
            example.area.advice(for: [:]).filter(\.isBinding).map(\.clause.quote)
                .contains("不接受复印件")
        )
    }

    @Test(arguments: [
        ProfileCase("A physician by education", plain, everybody.with(["cz.practice": 1])),
        ProfileCase(
            "An assistant physician",
            plain.with(["fromAssistant": .flag(true)]),
            everybody.with(["cz.registration": 1])
        ),
        ProfileCase(
            "Who takes the assistant's exam is not asked whether they are one already",
            plain.without("fromAssistant").with(["level": .text("执业助理医师")]),
            everybody.with(["cz.practice": 1])
        ),
        ProfileCase(
            "A diploma made in stages, by self-study",
            plain.with(["staged": .flag(true), "selfTaught": .flag(true)]),
            everybody.with(["cz.practice": 1, "cz.stages": 1, "cz.sameTime": 1])
        ),
        ProfileCase(
            "Nothing is answered",
            [:],
            everybody,
            unclear: [
                "cz.stages": ["staged"], "cz.sameTime": ["selfTaught"],
                "cz.practice": ["fromAssistant"], "cz.registration": ["fromAssistant"],
            ]
        ),
    ])
    func `Each profile is asked for its materials`(profile: ProfileCase) {
        profile.expect(in: example.area)
    }

    @Test func `A complete dossier on a day of the upload has no finding`() {
        let folders = example.completeFolders(for: Self.plain)
        #expect(folders.count == 6)
        #expect(example.findings(Self.plain, folders, day: "2024-02-05") == [])
    }

    // 50kb-120kb: k is 1000 below and 1024 above, and who reads it the other way is told.
    @Test(arguments: [
        (49_999, ["picture.too-small | error | cz.id | cz.id/1.jpg | 49,999 | ≥ 50,000"]),
        (50_000, ["picture.near-floor | note | cz.id | cz.id/1.jpg | 50,000 | ≥ 51,200"]),
        (51_199, ["picture.near-floor | note | cz.id | cz.id/1.jpg | 51,199 | ≥ 51,200"]),
        (51_200, []), (120_000, []),
        (120_001, ["picture.near-limit | note | cz.id | cz.id/1.jpg | 120,001 | ≤ 120,000"]),
        (122_880, ["picture.near-limit | note | cz.id | cz.id/1.jpg | 122,880 | ≤ 120,000"]),
        (122_881, ["picture.too-large | error | cz.id | cz.id/1.jpg | 122,881 | ≤ 122,880"]),
    ])
    func `A scan has 50k to 120k`(bytes: Int, expected: [String]) {
        var folders = example.completeFolders(for: Self.plain)
        folders["cz.id"] = [ExampleArea.picture("cz.id/1.jpg", bytes: bytes)]
        #expect(example.findings(Self.plain, folders) == expected)
    }

    @Test(arguments: [
        (PictureFacts.Colour.gray, true), (.grayAlpha, true), (.rgb, false), (.indexed, false),
        (.rgbAlpha, false),
    ])
    func `A scan without colour is an error`(colour: PictureFacts.Colour, isFound: Bool) {
        var folders = example.completeFolders(for: Self.plain)
        folders["cz.diploma"] = [
            ExampleArea.picture("cz.diploma/1.jpg", bytes: 60_000, colour: colour)
        ]
        #expect(
            example.findings(Self.plain, folders)
                == (isFound
                    ? ["picture.not-colour | error | cz.diploma | cz.diploma/1.jpg"] : [])
        )
    }

    // 2月5日-2月8日, 2月18日-3月5日: the spring festival lies between.
    @Test(arguments: [
        ("2024-02-04", false), ("2024-02-05", true), ("2024-02-08", true), ("2024-02-09", false),
        ("2024-02-17", false), ("2024-02-18", true), ("2024-02-29", true), ("2024-03-05", true),
        ("2024-03-06", false), ("2025-02-20", false), ("2024-02", true), ("2024", true),
        ("2024-04", false), ("2023", false),
    ])
    func `Nothing is taken on a day outside the upload days`(day: String, isTaken: Bool) {
        let folders = example.completeFolders(for: Self.plain)
        let days = "2024-02-05–2024-02-08, 2024-02-18–2024-03-05"
        #expect(
            example.findings(Self.plain, folders, day: day)
                == (isTaken ? [] : ["area.deadline | error | \(day) | 材料上传 \(days)"])
        )
    }

    @Test func `The finding quotes that nothing can be handed in later`() throws {
        let day = try #require(PartialDate("2024-03-06"))
        let review = CandidateReview(area: example.area, profile: Self.plain, day: day)
        let finding = review.findings(for: [:]).first { $0.code == .deadlinePassed }
        #expect(finding?.clause?.quote == "逾期不能补传材料")
    }
}
