import ArgumentParser
import Glibc
import Packaging

/// The day that a command works by: the one given, else SOURCE_DATE_EPOCH's, else today in China.
enum IssueDay {
    /// A day as people write it; nil outside the days that archives can state.
    static func text(daysSince1970 days: Int) -> String? {
        IssueDate(daysSince1970: days)?.description
    }

    /// Finds the day.
    ///
    /// - Parameter date: What the user gave for `--date`.
    /// - Returns: The day.
    /// - Throws: `ValidationError` for something that is no day.
    static func given(_ date: String?) throws -> IssueDate {
        if let date {
            guard let day = IssueDate(date) else {
                throw ValidationError("--date takes a day: 2026-01-15.")
            }
            return day
        }
        if let text = Environment.value("SOURCE_DATE_EPOCH") {
            guard let seconds = Int(text), let day = IssueDate(secondsSince1970: seconds) else {
                throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds.")
            }
            return day
        }
        guard let today = IssueDate(secondsSince1970: time(nil)) else {
            throw ValidationError("The clock of this machine is not set; give --date.")
        }
        return today
    }
}
