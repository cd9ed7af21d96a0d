public import Registration
public import Sealing

/// What a slip says: whose dossier an office decided on, how, and why.
public struct SlipContent: Hashable, Sendable {
    /// The exam area.
    public struct Area: Hashable, Sendable {
        /// Its id among the templates.
        public var id: String
        /// Its name.
        public var name: String

        /// Names an area.
        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// The office that decided.
    public struct Office: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// The stage at which it reviews.
        public var stage: ReviewStage

        /// Names an office.
        public init(name: String, stage: ReviewStage) {
            self.name = name
            self.stage = stage
        }
    }

    /// The person, as far as a slip may tell.
    public struct Person: Hashable, Sendable {
        /// The name, masked.
        public var maskedName: String
        /// The number of the identity document, masked.
        public var maskedIDNumber: String
        /// What binds the slip to the person.
        public var commitment: SubjectCommitment

        /// States a person.
        public init(maskedName: String, maskedIDNumber: String, commitment: SubjectCommitment) {
            self.maskedName = maskedName
            self.maskedIDNumber = maskedIDNumber
            self.commitment = commitment
        }
    }

    /// The id of the case's first revision.
    public var caseID: DossierID
    /// The SHA-256 of the manifest of the archive that was decided on.
    public var manifest: ContentHash
    /// Its revision.
    public var revision: Int
    /// The exam area.
    public var area: Area
    /// The exam in numbers, as seals state it.
    public var exam: SealPayload.Exam
    /// Who decided.
    public var office: Office
    /// Whose dossier it is.
    public var person: Person
    /// What was decided.
    public var outcome: SlipOutcome
    /// When, in seconds since 1970-01-01T00:00:00Z.
    public var time: Int64
    /// The hash of the line of the case's log before the office's.
    public var previous: ContentHash
    /// The lines that the office appended to the case's log, without their ends.
    public var lines: [String]

    /// States what a slip says; ``ReturnSlip`` checks it.
    public init(
        caseID: DossierID,
        manifest: ContentHash,
        revision: Int,
        area: Area,
        exam: SealPayload.Exam,
        office: Office,
        person: Person,
        outcome: SlipOutcome,
        time: Int64,
        previous: ContentHash,
        lines: [String]
    ) {
        self.caseID = caseID
        self.manifest = manifest
        self.revision = revision
        self.area = area
        self.exam = exam
        self.office = office
        self.person = person
        self.outcome = outcome
        self.time = time
        self.previous = previous
        self.lines = lines
    }

    /// The id of the dossier that was decided on.
    public var dossierID: DossierID { DossierID(manifest: manifest) }
    /// The day of the decision in China, in days since 1970-01-01.
    public var day: Int { CaseEvent.day(at: time) }
}
