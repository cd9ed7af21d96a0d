/// How archives are put together into a print job.
public struct PrintJobOptions: Sendable {
    /// In which order the archives follow each other.
    public enum Order: String, Sendable, CaseIterable {
        /// As they were named.
        case given
        /// By their ids.
        case id
        /// By the candidates' names, as Unicode orders them.
        case name
        /// By the exam areas, then by name.
        case area
    }

    /// Where the covers of the bags of materials stand.
    public enum Bags: String, Sendable, CaseIterable {
        /// Each before its archive.
        case before
        /// All of them at the end.
        case end
    }

    /// What the job is for, in a line; mostly nothing.
    public var title: String
    /// The day that stands on the control list.
    public var date: IssueDate
    /// In which order the archives follow each other.
    public var order: Order
    /// Whether a sheet stands before each archive.
    public var hasSeparators: Bool
    /// Whether both sides of the paper are printed.
    public var isDuplex: Bool
    /// Where the covers of the bags stand; nil for none.
    public var bags: Bags?
    /// Whether an output that exists is replaced.
    public var replaces: Bool
    /// The version of the tool.
    public var toolVersion: String

    /// States options.
    public init(
        title: String = "",
        date: IssueDate,
        order: Order = .given,
        hasSeparators: Bool = true,
        isDuplex: Bool = false,
        bags: Bags? = nil,
        replaces: Bool = false,
        toolVersion: String
    ) {
        self.title = title
        self.date = date
        self.order = order
        self.hasSeparators = hasSeparators
        self.isDuplex = isDuplex
        self.bags = bags
        self.replaces = replaces
        self.toolVersion = toolVersion
    }
}
