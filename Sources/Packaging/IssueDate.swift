public import Registration

/// The day on which an archive is issued.
public struct IssueDate: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month.
    public let day: Int

    /// Reads "2026-01-15"; nil for anything else, and before 1980, which zip cannot state.
    public init?(_ text: String) {
        guard let date = PartialDate(text), let month = date.month, let day = date.day,
            date.year >= 1980, date.year <= 2107
        else { return nil }
        self.year = date.year
        self.month = month
        self.day = day
    }

    /// The days from 1980-01-01 to 2107-12-31.
    private static let days = 3652...50_402

    /// The day in China at a moment in seconds since 1970; nil outside 1980 to 2107.
    public init?(secondsSince1970 seconds: Int) {
        // Before any arithmetic: the number comes from the environment and may be of any size.
        guard (0...Self.days.upperBound).contains(seconds / 86_400) else { return nil }
        let eightHours = 8 * 3600
        self.init(daysSince1970: (seconds + eightHours) / 86_400)
    }

    /// The day so many days after 1970-01-01; nil outside 1980 to 2107.
    public init?(daysSince1970 days: Int) {
        guard Self.days.contains(days) else { return nil }
        guard let date = PartialDate(daysSince1970: days), let month = date.month,
            let day = date.day
        else { return nil }
        (year, self.month, self.day) = (date.year, month, day)
    }

    /// The same day as rules compare it.
    public var date: PartialDate? { PartialDate(year: year, month: month, day: day) }

    /// The days since 1970-01-01, as seals state them.
    public var daysSince1970: Int { date?.daysSince1970 ?? 0 }
}

extension IssueDate: CustomStringConvertible {
    /// The date as ISO 8601 writes it.
    public var description: String {
        "\(year)-" + [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    }
}
