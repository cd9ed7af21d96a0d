import Glibc
import Packaging
import Testing

@Suite struct IssueDateTests {
    /// Days since 1970-01-01 by Python's `datetime`.
    static let known: [(text: String, days: Int)] = [
        ("1980-01-01", 3652), ("1999-12-31", 10_956), ("2000-02-29", 11_016),
        ("2026-02-05", 20_489), ("2026-11-21", 20_778), ("2100-02-28", 47_540),
        ("2100-03-01", 47_541), ("2107-12-31", 50_402),
    ]

    @Test(arguments: known)
    func `a day is read, counted and written`(text: String, days: Int) throws {
        let date = try #require(IssueDate(text))
        #expect(date.daysSince1970 == days)
        #expect(IssueDate(daysSince1970: days) == date)
        #expect(date.description == text)
    }

    @Test(
        arguments: [
            "1970-01-01", "1979-12-31", "2108-01-01", "2100-02-29", "2026-02-30", "2026-13-01",
            "2026-00-01", "2026-01-00", "2026-1-1", "2026-01", "2026", "", "today", "2026-01-01 ",
            "２０２６-01-01", "-026-01-01", "2026-01-01T00:00:00Z",
        ]
    )
    func `what is no day of 1980 to 2107 is refused`(text: String) {
        #expect(IssueDate(text) == nil)
    }

    @Test(arguments: [Int.min, -1, 0, 3651, 50_403, .max])
    func `a count outside 1980 to 2107 is refused`(days: Int) {
        #expect(IssueDate(daysSince1970: days) == nil)
    }

    @Test func `every day from 1980 to 2107 is the C library's day`() throws {
        var wrong: [Int] = []
        for days in 3652...50_402 {
            var seconds = time_t(days * 86_400)
            var parts = tm()
            gmtime_r(&seconds, &parts)
            let date = try #require(IssueDate(daysSince1970: days))
            let isSame =
                date.year == Int(parts.tm_year) + 1900 && date.month == Int(parts.tm_mon) + 1
                && date.day == Int(parts.tm_mday)
            if !isSame || date.daysSince1970 != days || IssueDate(date.description) != date {
                wrong.append(days)
            }
        }
        #expect(wrong.isEmpty)
    }

    /// Moments by `TZ=Asia/Shanghai date -d @SECONDS`.
    @Test(
        arguments: [
            (1_795_219_200, "2026-11-21"), (1_795_247_999, "2026-11-21"),
            (1_795_276_799, "2026-11-21"), (1_795_276_800, "2026-11-22"),
            (1_795_190_400, "2026-11-21"),
            (1_795_190_399, "2026-11-20"), (315_504_000, "1980-01-01"),
            (4_354_790_399, "2107-12-31"),
        ]
    )
    func `a moment has its day in China`(seconds: Int, day: String) {
        #expect(IssueDate(secondsSince1970: seconds)?.description == day)
    }

    @Test(arguments: [Int.min, -1, 0, 315_503_999, 4_354_790_400, .max])
    func `a moment outside 1980 to 2107 is refused`(seconds: Int) {
        #expect(IssueDate(secondsSince1970: seconds) == nil)
    }
}
