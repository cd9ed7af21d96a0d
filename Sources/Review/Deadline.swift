public import Registration

/// The days on which an area takes something.
public struct Deadline: Hashable, Sendable {
    /// Days without a gap.
    public struct Span: Hashable, Sendable {
        /// The first day; nil if the manual names none.
        public var from: PartialDate?
        /// The last day.
        public var until: PartialDate

        /// States days without a gap.
        public init(from: PartialDate? = nil, until: PartialDate) {
            self.from = from
            self.until = until
        }

        /// Whether a day certainly lies outside.
        func excludes(_ day: PartialDate) -> Bool {
            let isEarly = from.map { day.latest < $0.earliest } ?? false
            return isEarly || day.earliest > until.latest
        }
    }

    /// What it takes, 网上报名.
    public var title: String
    /// The days, earliest first: a holiday may lie between two spans.
    public var spans: [Span]
    /// How bad any other day is: an error where nothing can be handed in later.
    public var severity: Finding.Severity
    /// Where the manual says so.
    public var clause: Clause

    /// States the days for something.
    public init(
        title: String,
        spans: [Span],
        severity: Finding.Severity = .warning,
        clause: Clause
    ) {
        self.title = title
        self.spans = spans
        self.severity = severity
        self.clause = clause
    }

    /// The days, ready to print: "2024-02-05–2024-02-08, 2024-02-18–2024-03-05".
    public var daysText: String { spans.map(\.description).joined(separator: ", ") }

    /// The finding for a day outside every span.
    func finding(on day: PartialDate) -> Finding? {
        guard spans.allSatisfy({ $0.excludes(day) }) else { return nil }
        return Finding(
            .deadlinePassed,
            severity,
            measured: day.description,
            limit: "\(title) \(daysText)",
            clause: clause
        )
    }
}

extension Deadline.Span: CustomStringConvertible {
    /// The days, "2024-02-05–2024-02-08".
    public var description: String { "\(from.map { "\($0)" } ?? "")–\(until)" }
}
