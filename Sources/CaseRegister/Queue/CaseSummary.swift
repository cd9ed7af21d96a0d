public import Registration

/// A case in a list.
public struct CaseSummary: Hashable, Sendable {
    /// Where a case stands in the order of the queue.
    public struct Key: Hashable, Sendable {
        /// When it came to stand as it stands.
        public let since: Int64
        let number: Int64
    }

    /// The compact id of the case.
    public let caseID: String
    /// The compact id of its last dossier.
    public let dossierID: String
    /// The id of the area's rules.
    public let area: String
    /// The year of the exam.
    public let year: Int
    /// The candidate's name.
    public let name: String
    /// The candidate's number, masked.
    public let maskedNumber: String
    /// Where the case stands.
    public let state: CaseState
    /// How often it was submitted.
    public let revision: Int
    /// How many events it has; a decision names it.
    public let version: Int
    /// When it came first, in seconds since 1970-01-01T00:00:00Z.
    public let received: Int64
    /// Who decided last at this office.
    public let reviewer: String?
    /// What was asked for when it was last returned, whether it came since or not.
    public let asked: [ReturnedItem]
    /// Where it stands in the queue; the next page begins after the last one's.
    public let key: Key

    /// When it came to stand as it stands, in seconds since 1970-01-01T00:00:00Z.
    public var since: Int64 { key.since }
}
