public import Registration

/// How the pictures of a folder are put into one PDF to upload; with the same options the same folder
/// gives the same bytes.
public struct SubmissionOptions: Sendable {
    /// The day that the document states.
    public var date: IssueDate
    /// The most bytes; nil for what the area takes in one PDF, if it says so.
    public var limit: ByteCount?
    /// Whether to make it although there are errors.
    public var allowsFindings: Bool
    /// Whether an output that exists is replaced.
    public var replaces: Bool
    /// The version of the tool.
    public var toolVersion: String
    /// How many pictures to reduce at once.
    public var jobs: Int

    /// States the options.
    public init(
        date: IssueDate,
        limit: ByteCount? = nil,
        allowsFindings: Bool = false,
        replaces: Bool = false,
        toolVersion: String,
        jobs: Int = 1
    ) {
        self.date = date
        self.limit = limit
        self.allowsFindings = allowsFindings
        self.replaces = replaces
        self.toolVersion = toolVersion
        self.jobs = jobs
    }
}
