public import Registration

/// All that the register knows of a case.
public struct RegisteredCase: Hashable, Sendable {
    /// A dossier that came in.
    public struct Revision: Hashable, Sendable {
        /// Which submission of the case it is, from 1.
        public let revision: Int
        /// The compact id of the dossier.
        public let dossierID: String
        /// The compact id of the dossier submitted before.
        public let supersedes: String?
        /// The hash of the archive file.
        public let archive: ContentHash
        /// The commitment to the candidate's number; it differs with the pictures.
        public let commitment: [UInt8]
        /// The day on which it was packed, in days since 1970-01-01.
        public let day: Int
        /// When it came in, in seconds since 1970-01-01T00:00:00Z.
        public let received: Int64
    }

    /// The case as lists show it.
    public let summary: CaseSummary
    /// The dossiers that came in, in order.
    public let revisions: [Revision]
    /// The events, in order.
    public let events: [RegisteredEvent]
    /// The state machine after all events: pictures with their states, what is asked for.
    public let state: Case
}
