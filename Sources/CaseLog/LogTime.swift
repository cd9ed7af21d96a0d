import Registration

/// Moments as lines and slips write them: RFC 3339, in UTC and whole seconds.
public enum LogTime {
    private static let secondsPerDay = 86_400

    /// Writes a moment; nil before 1970 and after 2999.
    public static func text(of time: Int64) -> String? {
        guard time >= 0, let date = PartialDate(daysSince1970: Int(time) / secondsPerDay) else {
            return nil
        }
        let rest = Int(time) % secondsPerDay
        let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date)T\(parts.joined(separator: ":"))Z"
    }

    /// Reads a moment as it is written here; nil for anything else.
    public static func time(of text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 else { return nil }
        let numbers = text.dropFirst(11).dropLast().split(separator: ":").compactMap { Int64($0) }
        guard numbers.count == 3,
            let days = PartialDate(String(decoding: bytes[..<10], as: UTF8.self))?.daysSince1970
        else { return nil }
        let time =
            Int64(days * secondsPerDay) + numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
        // Whatever else could be read the same way is not how it is written.
        return self.text(of: time) == text ? time : nil
    }
}
