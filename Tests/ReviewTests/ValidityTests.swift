import Registration
import Review
import Testing

@Suite struct ValidityTests {
    private static let clause = Clause(section: "二", quote: "证明仅当年有效")

    /// What a paper with these dates amounts to on a day; its picture is there.
    private func summary(
        _ rule: Validity.Rule,
        issued: String? = nil,
        expires: Paper.Expiry? = nil,
        on day: String,
        unknown: Finding.Severity = .warning
    ) -> [String] {
        let paper = Paper(material: "a", issued: issued.map(date), expires: expires)
        return summary(Validity(rule, unknownSeverity: unknown, clause: Self.clause), [paper], day)
    }

    private func summary(
        _ validity: Validity,
        _ papers: [Paper],
        _ day: String?,
        pictures: Int = 1
    ) -> [String] {
        findings(validity, papers, day, pictures: pictures).map { finding in
            [
                finding.code.rawValue, finding.severity.rawValue, finding.measured ?? "-",
                finding.limit ?? "-",
            ].joined(separator: " | ")
        }
    }

    private func findings(
        _ validity: Validity,
        _ papers: [Paper],
        _ day: String?,
        pictures: Int = 1
    ) -> [Finding] {
        var material = Samples.material("a")
        material.validity = validity
        let review = CandidateReview(
            area: Samples.area([material]),
            profile: [:],
            papers: papers,
            day: day.map(date)
        )
        return review.findings(for: [
            "a": (0..<pictures).map { Samples.picture("a/\($0).jpg") }
        ])
    }

    @Test(arguments: [
        ("2025-12-31", ["paper.wrong-year | error | 2025-12-31 | 2026"]), ("2026-01-01", []),
        ("2026-03-01", []),
        ("2026-03-02", ["paper.not-yet-issued | error | 2026-03-02 | ≤ 2026-03-01"]),
        ("2026", []), ("2026-02", []), ("2026-03", []),
        ("2025", ["paper.wrong-year | error | 2025 | 2026"]),
        ("2026-04", ["paper.not-yet-issued | error | 2026-04 | ≤ 2026-03-01"]),
        ("2027", ["paper.not-yet-issued | error | 2027 | ≤ 2026-03-01"]),
    ])
    func `A paper of the year counts in its year only`(issued: String, expected: [String]) {
        #expect(summary(.issuedInYear(2026), issued: issued, on: "2026-03-01") == expected)
    }

    @Test(arguments: [
        ("2025-08-01", "2026-02-01"), ("2025-07-15", "2026-01-15"), ("2025-07-31", "2026-01-31"),
        ("2025-06-30", "2025-12-30"), ("2025-08-28", "2026-02-28"), ("2025-08-29", "2026-02-28"),
        ("2025-08-30", "2026-02-28"), ("2025-08-31", "2026-02-28"), ("2023-08-28", "2024-02-28"),
        ("2023-08-29", "2024-02-29"), ("2023-08-31", "2024-02-29"), ("2024-02-29", "2024-08-29"),
        ("2025-12-31", "2026-06-30"),
    ])
    func `Six months end on the same day, or the last one of a shorter month`(
        issued: String,
        last: String
    ) throws {
        #expect(summary(.withinMonths(6), issued: issued, on: last) == [])
        let next = try #require(Self.dayAfter(date(last)))
        #expect(
            summary(.withinMonths(6), issued: issued, on: next.description)
                == ["paper.too-old | error | \(issued) | ≤ \(last)"]
        )
    }

    /// The first of the days that may follow whose day before is the given one.
    private static func dayAfter(_ day: PartialDate) -> PartialDate? {
        let year = day.year
        let month = day.month ?? 1
        let following = [
            PartialDate(year: year, month: month, day: (day.day ?? 0) + 1),
            PartialDate(year: year, month: month + 1, day: 1),
            PartialDate(year: year + 1, month: 1, day: 1),
        ]
        return following.compactMap(\.self).first { $0.dayBefore == day }
    }

    @Test(
        arguments: [
            ("2025-07", "2026-01-01", nil),
            ("2025-07", "2026-01-02", "paper.date-unknown | warning"),
            ("2025-07", "2026-01-31", "paper.date-unknown | warning"),
            ("2025-07", "2026-02-01", "paper.too-old | error"),
            ("2025", "2025-07-01", nil), ("2025", "2025-07-02", "paper.date-unknown | warning"),
            ("2025", "2026-06-30", "paper.date-unknown | warning"),
            ("2025", "2026-07-01", "paper.too-old | error"), ("2026", "2026-01-01", nil),
        ] as [(String, String, String?)]
    )
    func `A vague date counts while every day of it does, and no longer once none does`(
        issued: String,
        day: String,
        expected: String?
    ) {
        let limits = ["2025-07": "2026-01-01–2026-01-31", "2025": "2025-07-01–2026-06-30"]
        let found = summary(.withinMonths(6), issued: issued, on: day)
        #expect(found == (expected.map { ["\($0) | \(issued) | ≤ \(limits[issued] ?? "")"] } ?? []))
    }

    @Test(arguments: [
        ("2026-03-01", "2026-03-01", []),
        ("2026-03-02", "2026-03-01", ["paper.not-yet-issued | error | 2026-03-02 | ≤ 2026-03-01"]),
        ("2026-03", "2026-03-01", []), ("2026", "2026-03-01", []),
        ("2026-04", "2026-03-01", ["paper.not-yet-issued | error | 2026-04 | ≤ 2026-03-01"]),
        ("2026-04-01", "2026-03", ["paper.not-yet-issued | error | 2026-04-01 | ≤ 2026-03"]),
        ("2026-03-31", "2026-03", []),
    ])
    func `A date that is still to come is an error under every rule`(
        issued: String,
        day: String,
        expected: [String]
    ) {
        for rule in [Validity.Rule.issuedInYear(2026), .withinMonths(6), .unexpired] {
            #expect(
                summary(rule, issued: issued, expires: .on(date("2030-01-01")), on: day)
                    == expected
            )
        }
    }

    @Test(arguments: [
        ("2026-02-28", ["paper.expired | error | 2026-02-28 | ≥ 2026-03-01"]), ("2026-03-01", []),
        ("2026-03-02", []), ("2026-03", []), ("2026", []),
        ("2026-02", ["paper.expired | error | 2026-02 | ≥ 2026-03-01"]),
        ("2025", ["paper.expired | error | 2025 | ≥ 2026-03-01"]),
    ])
    func `A paper is valid on its last day, and through a vague one`(
        expires: String,
        expected: [String]
    ) {
        let expiry = Paper.Expiry.on(date(expires))
        #expect(summary(.unexpired, expires: expiry, on: "2026-03-01") == expected)
        // What states its own last day need not be counted in months.
        #expect(
            summary(.withinMonths(6), issued: "2020-01-01", expires: expiry, on: "2026-03-01")
                == expected
        )
    }

    @Test func `长期 never expires`() {
        #expect(summary(.unexpired, expires: .never, on: "2999-12-31") == [])
        #expect(
            summary(.withinMonths(6), issued: "1990-01-01", expires: .never, on: "2999-12-31")
                == []
        )
    }

    @Test(arguments: Finding.Severity.allCases)
    func `A date that is not stated is as bad as the area says`(severity: Finding.Severity) {
        let name = severity.rawValue
        let expected: [(Validity.Rule, String)] = [
            (.issuedInYear(2026), "2026"), (.withinMonths(6), "-"), (.unexpired, "≥ 2026-03-01"),
        ]
        for (rule, limit) in expected {
            let line = "paper.date-unknown | \(name) | - | \(limit)"
            #expect(summary(rule, on: "2026-03-01", unknown: severity) == [line])
            let validity = Validity(rule, unknownSeverity: severity, clause: Self.clause)
            #expect(summary(validity, [], "2026-03-01") == [line])
        }
    }

    @Test func `Each paper is judged by itself, and by the sentence about its dates`() {
        let papers = ["2025-08-31", "2025-09-01", "2025-08-01"].map {
            Paper(material: "a", issued: date($0))
        }
        let validity = Validity(.withinMonths(6), clause: Self.clause)
        let found = findings(validity, papers, "2026-03-01")
        #expect(found.map(\.measured) == ["2025-08-31", "2025-08-01"])
        #expect(found.allSatisfy { $0.clause == Self.clause })
    }

    @Test func `Without a day no date is judged, and a missing paper is only missing`() {
        let validity = Validity(.withinMonths(6), clause: Self.clause)
        let old = [Paper(material: "a", issued: date("2000-01-01"))]
        #expect(summary(validity, old, nil) == [])
        #expect(
            summary(validity, [], "2026-03-01", pictures: 0)
                == ["material.missing | error | 0 | ≥ 1"]
        )
        #expect(summary(validity, old, "2026-03-01", pictures: 0).count == 2)
    }

    // Six months before 2026-02-05 is 2025-08-05.
    @Test(
        arguments: [
            (nil, false), ("2025-08-05", false), ("2025-08-04", true), ("2025-08", false),
            ("2025-07", true), ("2030-01-01", false),
        ] as [(String?, Bool)]
    )
    func `A picture taken too early is hinted at, and no more`(taken: String?, isEarly: Bool) {
        var material = Samples.material("a")
        material.validity = Validity(
            .withinMonths(6),
            unknownSeverity: .note,
            clause: Self.clause
        )
        var picture = Samples.picture("a/1.jpg")
        picture.facts.metadata.dateTaken = taken.map(date)
        let review = CandidateReview(
            area: Samples.area([material]),
            profile: [:],
            papers: [Paper(material: "a", issued: date("2026-01-01"))],
            day: date("2026-02-05")
        )
        let found = review.findings(for: ["a": [picture]])
        #expect(found.map(\.code) == (isEarly ? [.pictureTakenEarly] : []))
        #expect(found.allSatisfy { $0.severity == .note })
    }
}
