import Registration
import Testing

@Suite struct PartialDateTests {
    // Every row was computed with Python: date + relativedelta(months=...), dateutil 2.9.0.
    @Test(arguments: [
        ("2025-05-31", 0, "2025-05-31"), ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"), ("2025-03-31", 1, "2025-04-30"),
        ("2025-10-31", 1, "2025-11-30"), ("2025-12-15", 1, "2026-01-15"),
        ("2100-01-30", 1, "2100-02-28"), ("2025-12-31", 2, "2026-02-28"),
        ("1999-12-31", 2, "2000-02-29"), ("2022-11-30", 3, "2023-02-28"),
        ("2023-11-30", 3, "2024-02-29"), ("2024-11-29", 3, "2025-02-28"),
        ("2024-11-30", 3, "2025-02-28"), ("2099-11-30", 3, "2100-02-28"),
        ("1999-08-31", 6, "2000-02-29"), ("2023-08-29", 6, "2024-02-29"),
        ("2023-08-31", 6, "2024-02-29"), ("2024-02-29", 6, "2024-08-29"),
        ("2024-08-31", 6, "2025-02-28"), ("2025-06-15", 6, "2025-12-15"),
        ("2025-06-30", 6, "2025-12-30"), ("2025-07-31", 6, "2026-01-31"),
        ("2025-08-28", 6, "2026-02-28"), ("2025-08-29", 6, "2026-02-28"),
        ("2999-06-30", 6, "2999-12-30"), ("2025-01-15", 11, "2025-12-15"),
        ("2024-02-29", 12, "2025-02-28"), ("2025-01-15", 12, "2026-01-15"),
        ("2025-01-15", 13, "2026-02-15"), ("2024-02-29", 48, "2028-02-29"),
        ("2025-05-31", 1200, "2125-05-31"),
    ])
    func `Months are added as Python's dateutil adds them`(
        start: String,
        months: Int,
        end: String
    ) {
        #expect(date(start).adding(months: months) == date(end))
    }

    @Test(
        arguments: [
            ("2025-03", 6, "2025-09"), ("2025-07", 6, "2026-01"), ("2025-12", 12, "2026-12"),
            ("2025", 6, nil), ("2999-07-01", 6, nil), ("2999-07", 6, nil),
        ] as [(String, Int, String?)]
    )
    func `What is unknown stays unknown, and nothing lies behind 2999`(
        start: String,
        months: Int,
        end: String?
    ) {
        #expect(date(start).adding(months: months) == end.map(date))
    }

    @Test(
        arguments: [
            ("2025-03-15", "2025-03-14"), ("2025-03-01", "2025-02-28"),
            ("2024-03-01", "2024-02-29"), ("2000-03-01", "2000-02-29"),
            ("2100-03-01", "2100-02-28"), ("2025-01-01", "2024-12-31"), ("2025", "2024-12-31"),
            ("2025-05", "2025-04-30"), ("1900-01-01", nil), ("1900", nil),
        ] as [(String, String?)]
    )
    func `The day before is that before the first possible one`(text: String, before: String?) {
        let found = date(text).dayBefore
        #expect(found.map(\.description) == before)
    }

    @Test(arguments: [
        ("2025", "2025-01-01", "2025-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"), ("2025-04", "2025-04-01", "2025-04-30"),
        ("2025-07-09", "2025-07-09", "2025-07-09"),
    ])
    func `A vague date may be any of its days`(text: String, first: String, last: String) {
        #expect(date(text).earliestDay == date(first))
        #expect(date(text).latestDay == date(last))
        #expect(date(text).description == text)
    }

    @Test(arguments: [
        "", "25", "1899", "3000", "2025-13", "2025-00", "2025-1", "2025-02-29", "2100-02-29",
        "2025-02-00", "2025-04-31", "2025-2-03", "2025-02-03-04", "2025-", "-2025", "２０２５",
        "2025/02/03", " 2025", "+025", "2025-02-3a",
    ])
    func `What is no date is refused`(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test(
        arguments: [(1899, nil, nil), (3000, nil, nil), (2025, 0, nil), (2025, nil, 1)]
            as [(Int, Int?, Int?)]
    )
    func `Numbers that are no date are refused`(year: Int, month: Int?, day: Int?) {
        #expect(PartialDate(year: year, month: month, day: day) == nil)
    }
}
