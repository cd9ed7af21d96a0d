public import Registration

/// How long a paper counts, and the manual's sentence that says so.
public struct Validity: Hashable, Sendable {
    /// What the dates of the paper must be.
    public enum Rule: Hashable, Sendable {
        /// Issued in this year: 证明仅当年有效.
        case issuedInYear(Int)
        /// Issued no longer ago than so many months, to the day: 6个月内有效.
        case withinMonths(Int)
        /// Not expired.
        case unexpired
    }

    /// What the dates of the paper must be.
    public var rule: Rule
    /// How bad it is that `candidate.yaml` does not state the date.
    public var unknownSeverity: Finding.Severity
    /// The manual's sentence.
    public var clause: Clause

    /// States how long a paper counts.
    public init(_ rule: Rule, unknownSeverity: Finding.Severity = .warning, clause: Clause) {
        self.rule = rule
        self.unknownSeverity = unknownSeverity
        self.clause = clause
    }
}
