import FormLayout
import Registration

/// Days and months as people write them: 2026-02-05, 2026/2/5, 2026.2.5, 2026年2月5日, 20260205.
enum WrittenDate {
    /// The day as YYYY-MM-DD.
    static func day(_ text: String) -> Reading {
        guard let date = date(text), date.day != nil else {
            return Reading(Mistake(isSerial(text) ? .serialDate : .date))
        }
        return Reading(date.description)
    }

    /// The month as YYYY-MM; of a day, its month.
    static func month(_ text: String) -> Reading {
        guard let date = date(text), let month = date.month,
            let whole = PartialDate(year: date.year, month: month)
        else { return Reading(Mistake(isSerial(text) ? .serialDate : .month)) }
        return Reading(whole.description)
    }

    private static func date(_ text: String) -> PartialDate? {
        var written = WidthFolding.narrow(text).trimmed
        // Spreadsheets and databases write midnight behind a day.
        let midnights = [" 00:00:00", " 0:00:00", " 00:00", " 0:00"]
        if let midnight = midnights.first(where: written.hasSuffix) {
            written.removeLast(midnight.count)
        }
        guard let parts = parts(written.filter { $0 != " " }) else { return nil }
        return PartialDate(
            year: parts[0],
            month: parts[1],
            day: parts.count > 2 ? parts[2] : nil
        )
    }

    private static func parts(_ text: String) -> [Int]? {
        let digits = Array(text.utf8).filter { (0x30...0x39).contains($0) }
        if digits.count == text.utf8.count {
            guard digits.count == 8 || digits.count == 6 else { return nil }
            let all = Substring(text)
            let pieces = [all.prefix(4), all.dropFirst(4).prefix(2), all.dropFirst(6)]
            return pieces.compactMap { Int($0) }
        }
        let pieces = pieces(text)
        let isDate =
            (2...3).contains(pieces.count) && pieces[0].utf8.count == 4
            && pieces.dropFirst().allSatisfy { (1...2).contains($0.utf8.count) }
        let numbers = pieces.compactMap { Int($0) }
        let count = pieces.reduce(0) { $0 + $1.utf8.count }
        return isDate && count == digits.count ? numbers : nil
    }

    private static func pieces(_ text: String) -> [Substring] {
        for mark in ["-", "/", "."] where text.contains(mark) {
            return text.split(separator: mark, omittingEmptySubsequences: false)
        }
        guard let year = text.firstIndex(of: "年"), let month = text.firstIndex(of: "月"),
            year < month
        else { return [] }
        let day = text[text.index(after: month)...]
        let parts = [text[..<year], text[text.index(after: year)..<month]]
        guard !day.isEmpty else { return parts }
        return day.last == "日" || day.last == "号" ? parts + [day.dropLast()] : []
    }

    /// Whether a number is what a spreadsheet counts for a day of the years 1954 to 2064.
    private static func isSerial(_ text: String) -> Bool {
        guard text.utf8.count == 5, let number = Int(text) else { return false }
        return (20_000...60_000).contains(number)
    }
}
