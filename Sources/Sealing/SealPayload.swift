public import Registration

/// What a seal says: which dossier, whose, for which exam, which page, and until when.
public struct SealPayload: Hashable, Sendable {
    /// The exam that a dossier is for.
    public struct Exam: Hashable, Sendable {
        /// The exam area, in the two digits of GB/T 2260.
        public var area: Int
        /// The year of the exam.
        public var year: Int
        /// The code of the exam's category, such as 110.
        public var category: Int

        /// States an exam.
        public init(area: Int, year: Int, category: Int) {
            self.area = area
            self.year = year
            self.category = category
        }
    }

    /// Where the seal stands.
    public let place: SealPlace
    /// The id of the case's first revision; nil in the first revision itself.
    public let caseID: DossierID?
    /// The revision, counted from 1.
    public let revision: Int
    /// The exam that the dossier is for.
    public let exam: Exam
    /// The SHA-256 of the canonical manifest; for an archive, of the bag's manifest-sha256.txt; for a
    /// document, of the PDF's bytes with blanks for the seal itself; for a slip, of its canonical JSON
    /// without its seal.
    public let digest: ContentHash
    /// Whom the dossier is about.
    public let subject: SubjectCommitment
    /// The day of issue, in days since 1970-01-01.
    public let issued: Int
    /// The last day on which the seal is valid, in days since 1970-01-01.
    public let expires: Int

    /// States what a seal says.
    ///
    /// - Parameters:
    ///   - place: Where the seal stands.
    ///   - caseID: The id of the first revision; nil if and only if this is it.
    ///   - revision: The revision, counted from 1 to 65,535.
    ///   - exam: The exam that the dossier is for.
    ///   - digest: The hash of what is sealed.
    ///   - subject: Whom the dossier is about.
    ///   - issued: The day of issue, in days since 1970-01-01.
    ///   - expires: The last valid day, not before the day of issue.
    /// - Throws: A ``SealError`` of code `field` that names the field.
    public init(
        place: SealPlace,
        caseID: DossierID?,
        revision: Int,
        exam: Exam,
        digest: ContentHash,
        subject: SubjectCommitment,
        issued: Int,
        expires: Int
    ) throws(SealError) {
        try Self.check(revision, in: 1...0xFFFF, "revision")
        guard (caseID == nil) == (revision == 1) else { throw SealError(.field, "case") }
        try Self.check(exam.area, in: 11...99, "area")
        try Self.check(exam.year, in: 2000...2999, "year")
        try Self.check(exam.category, in: 1...9999, "category")
        try Self.check(issued, in: 0...0xFFFF, "issued")
        try Self.check(expires, in: issued...0xFFFF, "expires")
        self.place = place
        self.caseID = caseID
        self.revision = revision
        self.exam = exam
        self.digest = digest
        self.subject = subject
        self.issued = issued
        self.expires = expires
    }

    private static func check(
        _ value: Int,
        in range: ClosedRange<Int>,
        _ field: String
    ) throws(SealError) {
        guard range.contains(value) else { throw SealError(.field, field) }
    }
}
