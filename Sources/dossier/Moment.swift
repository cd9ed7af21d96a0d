import ArgumentParser
import Glibc
import Packaging

/// The moment at which a command says that something happened: SOURCE_DATE_EPOCH's, else now; a day that
/// the user gives begins in China at midnight.
enum Moment {
    /// Finds the moment.
    ///
    /// - Parameter date: What the user gave for `--date`.
    /// - Returns: Seconds since 1970-01-01T00:00:00Z.
    /// - Throws: `ValidationError` for something that is no day or no moment.
    static func given(_ date: String?) throws -> Int64 {
        if date != nil {
            return Int64(try IssueDay.given(date).daysSince1970) * 86_400 - 8 * 3600
        }
        if let text = Environment.value("SOURCE_DATE_EPOCH") {
            guard let seconds = Int64(text), seconds >= 0 else {
                throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds.")
            }
            return seconds
        }
        return Int64(time(nil))
    }
}
