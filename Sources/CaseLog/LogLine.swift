import Registration
import Sealing

/// A line of a log that is being checked, whatever is in it.
struct LogLine {
    /// Its number in the file, from 1.
    let number: Int
    let bytes: [UInt8]
    /// What it says; nil if it is no event.
    let entry: LogEntry?

    init(number: Int, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
        entry = LogEntry(line: bytes)
    }

    /// What is wrong with the signature; without keys only whether there is one.
    func sealFinding(keys: [VerifyingKey]?) -> LogFinding? {
        guard let entry, entry.event.isOffices else { return nil }
        guard let seal = entry.seal else { return LogFinding(.unsealed, line: number) }
        guard let keys else { return nil }
        let named = keys.filter { $0.id == seal.keyID }
        guard !named.isEmpty else { return LogFinding(.unknownKey, line: number) }
        return named.contains(where: entry.isSealed) ? nil : LogFinding(.badSeal, line: number)
    }
}
