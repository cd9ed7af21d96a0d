import Registration
import Review
import TemplateCatalog
import Testing

@Suite struct TianjinExampleTests {
    private static let everybody = ["tj.id": 1, "tj.diploma": 1, "tj.eduRecord": 1]

    private static let pages = [
        "tj.asstQual": 1, "tj.asstPhoto": 1, "tj.asstPlace": 1, "tj.asstReviews": 1,
    ]

    private static let plain: [String: ProfileValue] = [
        "idKind": .text("居民身份证"), "formerName": .flag(false), "level": .text("执业医师"),
        "fromAssistant": .flag(false),
    ]

    private let example: ExampleArea

    init() throws { example = try ExampleArea("tianjin-2017") }

    @Test func `The file has no fault and not even a doubtful sentence`() {
        #expect(example.faults.map(\.error.description) == [])
        #expect(example.area.year == 2017)
        #expect(example.area.photoRule == nil)
    }

    @Test func `Everything goes into one PDF of A4 pages in a fixed order`() {
        let delivery = example.area.delivery
        #expect(delivery.kind == .pdf)
        #expect(delivery.paper == "A4")
        #expect(delivery.isOrderFixed)
        #expect(
            example.area.requirements(for: [:]).map(\.material.id) == [
                "tj.id", "tj.household", "tj.diploma", "tj.eduRecord", "tj.eduReport",
                "tj.asstQual", "tj.asstPhoto", "tj.asstPlace", "tj.asstChanges", "tj.asstReviews",
            ]
        )
    }

    @Test(arguments: [
        ProfileCase("A physician by education", plain, everybody),
        ProfileCase(
            "A former name",
            plain.with(["formerName": .flag(true)]),
            everybody.with(["tj.household": 1])
        ),
        ProfileCase(
            "An assistant physician without changes",
            plain.with(["fromAssistant": .flag(true), "regChanged": .flag(false)]),
            everybody.with(pages)
        ),
        ProfileCase(
            "An assistant physician with changes",
            plain.with(["fromAssistant": .flag(true), "regChanged": .flag(true)]),
            everybody.with(pages).with(["tj.asstChanges": 1])
        ),
        ProfileCase(
            "Who takes the assistant's exam shows no assistant's papers",
            plain.without("fromAssistant").with(["level": .text("执业助理医师")]),
            everybody
        ),
        ProfileCase(
            "Changes are not told",
            plain.with(["fromAssistant": .flag(true)]),
            everybody.with(pages),
            unclear: ["tj.asstChanges": ["regChanged"]]
        ),
    ])
    func `Each profile is asked for its materials`(profile: ProfileCase) {
        profile.expect(in: example.area)
    }

    @Test func `A report in the place of the record form is noted and no fault`() {
        var folders = example.completeFolders(for: Self.plain)
        folders["tj.eduRecord"] = nil
        folders["tj.eduReport"] = [ExampleArea.picture("tj.eduReport/1.jpg", bytes: 60_000)]
        #expect(
            example.findings(Self.plain, folders) == [
                "material.satisfied-elsewhere | note | tj.eduRecord | tj.eduReport | ≥ 1"
            ]
        )
    }

    @Test func `A gray scan of any size will do`() {
        var folders = example.completeFolders(for: Self.plain, bytes: 1_000)
        folders["tj.id"] = [ExampleArea.picture("tj.id/1.jpg", bytes: 1_900_000, colour: .gray)]
        #expect(example.findings(Self.plain, folders) == [])
    }

    // 2MB以内, all together: M is 1024², and who reads it as 1000² is told.
    @Test(arguments: [
        (2_000_000, []), (2_000_001, ["dossier.near-limit | note | 2,000,001 | ≤ 2,000,000"]),
        (2_097_152, ["dossier.near-limit | note | 2,097,152 | ≤ 2,000,000"]),
        (2_097_153, ["dossier.too-large | error | 2,097,153 | ≤ 2,097,152"]),
    ])
    func `All scans together have at most 2 MB`(bytes: Int, expected: [String]) {
        var folders = example.completeFolders(for: Self.plain, bytes: 500_000)
        let rest = bytes - (folders.count - 1) * 500_000
        folders["tj.diploma"] = [ExampleArea.picture("tj.diploma/1.jpg", bytes: rest)]
        #expect(example.findings(Self.plain, folders) == expected)
    }

    @Test func `A dossier that is too large is told by the sentence about the whole file`() {
        let folders = example.completeFolders(for: Self.plain, bytes: 1_000_000)
        let findings = CandidateReview(area: example.area, profile: Self.plain)
            .findings(for: folders)
        #expect(findings.map(\.code) == [.dossierTooLarge])
        #expect(findings.first?.clause?.section == "一（二）")
    }

    // 有效期三个月的, to the day; a month without the day ends on its last one.
    @Test(arguments: [
        ("2017-01-15", "2017-04-15", "2017-04-16"), ("2016-12-31", "2017-03-31", "2017-04-01"),
        ("2016-11-30", "2017-02-28", "2017-03-01"), ("2023-11-30", "2024-02-29", "2024-03-01"),
        ("2023-11-29", "2024-02-29", "2024-03-01"), ("2023-11-28", "2024-02-28", "2024-02-29"),
        ("2024-02-29", "2024-05-29", "2024-05-30"), ("2024-11-29", "2025-02-28", "2025-03-01"),
    ])
    func `The record form counts for three months to the day`(
        issued: String,
        last: String,
        next: String
    ) {
        let folders = example.completeFolders(for: Self.plain)
        let papers = [
            Paper(material: "tj.id", expires: .never),
            Paper(material: "tj.eduRecord", issued: PartialDate(issued)),
        ]
        #expect(example.findings(Self.plain, folders, papers: papers, day: last) == [])
        #expect(
            example.findings(Self.plain, folders, papers: papers, day: next)
                == ["paper.too-old | error | tj.eduRecord | \(issued) | ≤ \(last)"]
        )
    }

    @Test func `The months are not counted for a report`() {
        var folders = example.completeFolders(for: Self.plain)
        folders["tj.eduReport"] = [ExampleArea.picture("tj.eduReport/1.jpg", bytes: 60_000)]
        let papers = ["tj.eduRecord": "2017-02-01", "tj.eduReport": "2010-01-01"].map {
            Paper(material: $0, issued: PartialDate($1))
        }
        let found = example.findings(Self.plain, folders, papers: papers, day: "2017-03-01")
        #expect(found == ["paper.date-unknown | note | tj.id | ≥ 2017-03-01"])
    }
}
