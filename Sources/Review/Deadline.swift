public import Registration

/// A span of days in which an area takes something.
public struct Deadline: Hashable, Sendable {
    /// What it takes, 网上报名.
    public var title: String
    /// The first day; nil if the manual names none.
    public var from: PartialDate?
    /// The last day.
    public var until: PartialDate
    /// Where the manual says so.
    public var clause: Clause

    /// States a span of days.
    public init(title: String, from: PartialDate? = nil, until: PartialDate, clause: Clause) {
        self.title = title
        self.from = from
        self.until = until
        self.clause = clause
    }

    /// The finding for a day outside the span.
    func finding(on day: PartialDate) -> Finding? {
        let isEarly = from.map { day.latest < $0.earliest } ?? false
        guard isEarly || day.earliest > until.latest else { return nil }
        return Finding(
            .deadlinePassed,
            .warning,
            measured: day.description,
            limit: "\(title) \(from.map { "\($0)" } ?? "")–\(until)",
            clause: clause
        )
    }
}
