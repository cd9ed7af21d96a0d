public import Registration

/// What is known of a candidate before there is a folder.
public struct CandidateAnswers: Hashable, Sendable {
    /// The name as on the identity document.
    public var name: String?
    /// The number of the identity document.
    public var idNumber: String?
    /// The circumstances; the kind of document is among them.
    public var profile: [String: ProfileValue]
    /// The dates of papers.
    public var papers: [Paper]

    /// States what is known.
    public init(
        name: String? = nil,
        idNumber: String? = nil,
        profile: [String: ProfileValue] = [:],
        papers: [Paper] = []
    ) {
        self.name = name
        self.idNumber = idNumber
        self.profile = profile
        self.papers = papers
    }

    /// Notes an answer, inside a list too.
    public mutating func set(_ value: ProfileValue, at path: ProfilePath) {
        change(path) { $0 = value }
    }

    /// Takes an answer back.
    public mutating func forget(_ path: ProfilePath) { change(path) { $0 = nil } }

    private mutating func change(_ path: ProfilePath, _ body: (inout ProfileValue?) -> Void) {
        guard let entry = path.entry else {
            body(&profile[path.key])
            return
        }
        guard case .list(var entries)? = profile[entry.list],
            entries.indices.contains(entry.number - 1)
        else { return }
        body(&entries[entry.number - 1][path.key])
        profile[entry.list] = .list(entries)
    }
}
