import Glibc

/// The date that every entry of an archive bears; the time is always noon.
///
/// Zip entries hold a calendar date and time without a zone; ours are meant in UTC. libzip takes
/// them through the local zone, where an hour of the night can be missing but noon is not.
public struct EntryDate: Hashable, Sendable {
    /// The year, 1980 to 2107.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day, 1 to 31.
    public let day: Int

    /// States a date.
    ///
    /// - Parameters:
    ///   - year: 1980 to 2107.
    ///   - month: 1 to 12.
    ///   - day: 1 to the month's last.
    /// - Throws: `ArchiveError` for a date outside the calendar or the format.
    public init(year: Int, month: Int, day: Int) throws(ArchiveError) {
        let isLeap =
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard 1980...2107 ~= year, 1...12 ~= month, 1...lengths[month - 1] ~= day else {
            throw ArchiveError(.dateOutOfRange, Self.text(year, month, day))
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-" + [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    }

    /// The date field of MS-DOS.
    var dosDate: UInt16 { UInt16((year - 1980) << 9 | month << 5 | day) }

    /// The time field of MS-DOS: 12:00:00.
    var dosTime: UInt16 { 12 << 11 }

    /// Whether a time stamp, shown in the local zone, is this date at noon: what libzip will write.
    func isLocalNoon(_ stamp: time_t) -> Bool {
        var (stamp, local) = unsafe (stamp, tm())
        guard unsafe localtime_r(&stamp, &local) != nil else { return false }
        return unsafe local.tm_year == year - 1900 && local.tm_mon == month - 1
            && local.tm_mday == day && local.tm_hour == 12 && local.tm_min == 0
            && local.tm_sec == 0
    }
}

extension EntryDate: CustomStringConvertible {
    /// The date as ISO 8601 writes it.
    public var description: String { Self.text(year, month, day) }
}
