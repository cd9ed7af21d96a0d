/// What an office did, in figures.
public struct CaseStatistics: Hashable, Sendable {
    /// How many decisions of each kind.
    public struct Decisions: Hashable, Sendable {
        /// Cases sent back.
        public internal(set) var returned = 0
        /// Cases passed on.
        public internal(set) var accepted = 0
        /// Cases refused.
        public internal(set) var rejected = 0

        /// All decisions.
        public var total: Int { returned + accepted + rejected }
    }

    /// One day in China.
    public struct Day: Hashable, Sendable {
        /// The day, in days since 1970-01-01.
        public let day: Int
        /// Dossiers that came in.
        public internal(set) var submissions = 0
        /// What was decided.
        public internal(set) var decisions = Decisions()
    }

    /// What happened on each day on which something did, in order.
    public let days: [Day]
    /// What each reviewer decided, by name.
    public let reviewers: [String: Decisions]
    /// How often something was asked for with each reason, by its code.
    public let reasons: [String: Int]
    /// What was decided on first submissions.
    public let firstSubmissions: Decisions
    /// The seconds from a dossier's coming in to the decision, by their median; nil without one.
    public let medianWait: Int64?

    /// What was decided in all.
    public var decisions: Decisions { days.reduce(into: Decisions()) { $0 += $1.decisions } }

    /// The share of decided first submissions that were sent back; nil if none was decided.
    public var shareReturnedAtFirst: Double? {
        guard firstSubmissions.total > 0 else { return nil }
        return Double(firstSubmissions.returned) / Double(firstSubmissions.total)
    }
}

extension CaseStatistics.Decisions {
    static func += (sum: inout Self, other: Self) {
        sum.returned += other.returned
        sum.accepted += other.accepted
        sum.rejected += other.rejected
    }
}
