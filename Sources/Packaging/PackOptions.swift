public import Sealing

/// How a candidate's folder is packed; with the same options the same folder gives the same bytes.
public struct PackOptions: Sendable {
    /// The date of issue: a whole day.
    public var date: IssueDate
    /// The office's key; without one the codes show integrity only.
    public var key: SigningKey?
    /// Whether to pack although there are errors.
    public var allowsFindings: Bool
    /// Whether an output that exists is replaced.
    public var replaces: Bool
    /// The version of the tool, for manifest and cover.
    public var toolVersion: String
    /// What the dossier is composed for.
    public var composition: Composition
    /// The log of the case; nil for a dossier that is no submission.
    public var record: CaseRecord?

    /// States the options.
    public init(
        date: IssueDate,
        key: SigningKey? = nil,
        allowsFindings: Bool = false,
        replaces: Bool = false,
        toolVersion: String,
        composition: Composition = Composition(),
        record: CaseRecord? = nil
    ) {
        self.date = date
        self.key = key
        self.allowsFindings = allowsFindings
        self.replaces = replaces
        self.toolVersion = toolVersion
        self.composition = composition
        self.record = record
    }
}
