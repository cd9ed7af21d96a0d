import ArgumentParser
import Packaging
import Sealing

/// What a key is trusted with, as options say it.
struct TrustTerms: ParsableArguments {
    @Option(help: "Whose key it is.") var name: String?
    @Option(help: "A province in GB/T 2260, such as 43; may be given several times.")
    var area: [Int] = []
    @Option(help: "An exam year; may be given several times; else every year.")
    var year: [Int] = []
    @Option(help: ArgumentHelp("First day of trust, YYYY-MM-DD.", valueName: "date"))
    var from: String?
    @Option(help: ArgumentHelp("Last day of trust, YYYY-MM-DD.", valueName: "date"))
    var to: String?

    func validate() throws {
        for day in [from, to].compactMap(\.self) where IssueDate(day) == nil {
            throw ValidationError("--from and --to take days, the earlier one first.")
        }
        if let from, let to, days(from, to) == nil {
            throw ValidationError("--from and --to take days, the earlier one first.")
        }
        // What a file of trusted keys may say: `verify --trust` would refuse anything else.
        guard name?.isEmpty != true else { throw ValidationError("--name must not be empty.") }
        guard area.allSatisfy((11...99).contains) else {
            throw ValidationError("--area takes the two digits of a province, such as 43.")
        }
        guard year.allSatisfy((2000...2999).contains) else {
            throw ValidationError("--year takes a year such as 2026.")
        }
    }

    /// Refuses terms of which something is missing.
    func checkComplete() throws {
        guard name != nil, !area.isEmpty, from != nil, to != nil else {
            throw ValidationError("To trust a key give --name, --area, --from and --to.")
        }
    }

    /// The key under these terms.
    func key(_ key: VerifyingKey) throws -> TrustedKey {
        guard let name, let from, let to, let days = days(from, to) else {
            throw ValidationError("To trust a key give --name, --area, --from and --to.")
        }
        return TrustedKey(
            key: key,
            name: name,
            areas: Set(area),
            years: year.isEmpty ? nil : Set(year),
            days: days
        )
    }

    private func days(_ from: String, _ to: String) -> ClosedRange<Int>? {
        guard let first = IssueDate(from)?.daysSince1970, let last = IssueDate(to)?.daysSince1970,
            first <= last
        else { return nil }
        return first...last
    }
}
