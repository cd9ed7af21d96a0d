import Packaging

/// Moments and days as slips write them: RFC 3339, moments in UTC and whole seconds.
enum SlipTime {
    private static let secondsPerDay: Int64 = 86_400

    /// Writes a moment; nil before 1980 and after 2107, which archives cannot state either.
    static func text(of time: Int64) -> String? {
        guard time >= 0, let day = IssueDate(daysSince1970: Int(time / secondsPerDay)) else {
            return nil
        }
        let rest = time % secondsPerDay
        let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day)T\(parts.joined(separator: ":"))Z"
    }

    /// Reads a moment as it is written here; nil for anything else.
    static func time(of text: String) -> Int64? {
        guard text.utf8.count == 20, let day = IssueDate(String(text.prefix(10))) else {
            return nil
        }
        let parts = text.dropFirst(11).dropLast().split(separator: ":").compactMap { Int64($0) }
        guard parts.count == 3 else { return nil }
        let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
        let time = Int64(day.daysSince1970) * secondsPerDay + seconds
        // What else could be read the same way is not how it is written.
        return self.text(of: time) == text ? time : nil
    }
}
