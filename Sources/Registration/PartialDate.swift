/// A calendar date of which the day, or the month and the day, may be unknown: 2015, 2015-09, 2015-09-01.
public struct PartialDate: Hashable, Sendable {
    /// The year, 1900 to 2999.
    public let year: Int
    /// The month, 1 to 12, if known.
    public let month: Int?
    /// The day, if known.
    public let day: Int?

    /// States a date; nil if there is no such day.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1900...2999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads "2015", "2015-09" or "2015-09-01"; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({
                $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
            })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count else { return nil }
        self.init(
            year: numbers[0],
            month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil
        )
    }

    /// The first day that the date may be.
    public var earliest: Int { Self.ordinal(year, month ?? 1, day ?? 1) }

    /// The last day that the date may be.
    public var latest: Int {
        let month = month ?? 12
        return Self.ordinal(year, month, day ?? Self.days(inMonth: month, of: year))
    }

    /// The same day so many months later; the last day of that month where it has no such day.
    ///
    /// What is unknown stays unknown: 2025-03 and six months is 2025-09.
    ///
    /// - Parameter months: How many, 0 or more.
    /// - Returns: The date; nil behind the year 2999, and for a year whose month is unknown.
    public func adding(months: Int) -> Self? {
        guard let month else { return nil }
        let total = year * 12 + month - 1 + months
        let (year, later) = (total / 12, total % 12 + 1)
        return Self(
            year: year,
            month: later,
            day: day.map { min($0, Self.days(inMonth: later, of: year)) }
        )
    }

    /// The day before the first day that the date may be; nil before 1900.
    public var dayBefore: Self? {
        let first = earliestDay
        guard let month = first.month, let day = first.day else { return nil }
        if day > 1 { return Self(year: year, month: month, day: day - 1) }
        if month > 1 {
            return Self(year: year, month: month - 1, day: Self.days(inMonth: month - 1, of: year))
        }
        return Self(year: year - 1, month: 12, day: 31)
    }

    /// The date with its first possible month and day.
    public var earliestDay: Self { Self(day: earliest) }

    /// The date with its last possible month and day.
    public var latestDay: Self { Self(day: latest) }

    private init(day ordinal: Int) {
        year = ordinal / 10_000
        month = ordinal / 100 % 100
        day = ordinal % 100
    }

    private static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
        year * 10_000 + month * 100 + day
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2:
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
                ? 29 : 28
        default: 31
        }
    }
}

extension PartialDate: CustomStringConvertible {
    /// The date as ISO 8601 writes it, as far as it is known.
    public var description: String {
        var text = String(year)
        for part in [month, day] {
            guard let part else { break }
            text += part < 10 ? "-0\(part)" : "-\(part)"
        }
        return text
    }
}
