public import Registration

/// A dossier as it comes to the office, verified: who submits what.
///
/// Its revision, its pictures and what it supersedes stand in its log and nowhere else.
public struct RegisteredSubmission: Hashable, Sendable {
    /// Whose dossier it is, and by which rules.
    public struct Bearer: Hashable, Sendable {
        /// The id of the area's rules, `hunan-2026`.
        public var area: String
        /// The year of the exam.
        public var year: Int
        /// The name as on the identity document.
        public var name: String
        /// The number of the identity document, masked.
        public var maskedNumber: String
        /// The commitment to the whole number.
        public var commitment: [UInt8]

        /// States a candidate.
        public init(
            area: String,
            year: Int,
            name: String,
            maskedNumber: String,
            commitment: [UInt8]
        ) {
            self.area = area
            self.year = year
            self.name = name
            self.maskedNumber = maskedNumber
            self.commitment = commitment
        }
    }

    /// The compact id of the case: that of its first dossier.
    public var caseID: String
    /// The compact id of the dossier.
    public var dossierID: String
    /// The hash of the archive file.
    public var archive: ContentHash
    /// The bytes of manifest.json.
    public var manifest: [UInt8]
    /// Whose dossier it is.
    public var bearer: Bearer
    /// What the area says about cases.
    public var rules: CaseRules
    /// The lines of the log that came with it, from the first on.
    public let log: [LoggedEvent]
    /// The day on which it was packed, in days since 1970-01-01.
    public var day: Int
    /// Which submission of the case it is, from 1.
    public let revision: Int
    /// The compact id of the dossier submitted before.
    public let supersedes: String?
    /// The pictures that it holds.
    public let pictures: [SubmittedPicture]

    /// States a submission.
    ///
    /// - Throws: A ``RegisterError`` if the log tells of no submission.
    public init(
        caseID: String,
        dossierID: String,
        archive: ContentHash,
        manifest: [UInt8],
        bearer: Bearer,
        rules: CaseRules,
        log: [LoggedEvent],
        day: Int
    ) throws(RegisterError) {
        guard let last = Self.lastSubmission(in: log) else {
            throw RegisterError(.nothingSubmitted, caseID)
        }
        self.caseID = caseID
        self.dossierID = dossierID
        self.archive = archive
        self.manifest = manifest
        self.bearer = bearer
        self.rules = rules
        self.log = log
        self.day = day
        (revision, pictures, supersedes) = last
    }

    private static func lastSubmission(
        in log: [LoggedEvent]
    ) -> (Int, [SubmittedPicture], String?)? {
        for logged in log.reversed() {
            guard
                case .submitted(let revision, _, let pictures, let superseded) =
                    logged.event.action
            else { continue }
            return (revision, pictures, superseded)
        }
        return nil
    }
}
