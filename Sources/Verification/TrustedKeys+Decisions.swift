public import CaseLog
import Registration
public import Sealing

extension TrustedKeys {
    /// Who signed an office's event in the log of a case.
    ///
    /// - Parameters:
    ///   - entry: The line of the log.
    ///   - area: The exam area, in the two digits of GB/T 2260.
    ///   - year: The year of the exam.
    /// - Returns: The key, if it signed the event and may decide for the area and year on its day.
    public func signer(of entry: LogEntry, area: Int, year: Int) -> TrustedKey? {
        guard let id = entry.seal?.keyID else { return nil }
        let day = CaseEvent.day(at: entry.event.time)
        return keys(named: id).first { key in
            key.areas.contains(area) && key.years?.contains(year) ?? true
                && key.days.contains(day) && entry.isSealed(by: key.key)
        }
    }
}
