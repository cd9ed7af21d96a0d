import Registration
import Review

extension Deadline {
    /// Reads `{ title, from, until, severity, clause }`, or `spans` with several `{ from, until }`.
    init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(
            value,
            keys: ["title", "from", "until", "spans", "severity", "clause"]
        )
        self.init(
            title: try mapping.required("title").words(),
            spans: try Self.spans(mapping),
            severity: try mapping.optional("severity")?.word(of: Finding.Severity.self)
                ?? .warning,
            clause: try Clause(yaml: mapping.required("clause"))
        )
    }

    private static func spans(_ mapping: YAMLMapping) throws(CatalogError) -> [Span] {
        guard let list = mapping.optional("spans") else { return [try Span(mapping)] }
        if let stray = mapping.optional("from") ?? mapping.optional("until") {
            throw stray.error(.unknownKey, "\"spans\" needs neither from nor until")
        }
        var spans: [Span] = []
        for item in try list.list() {
            let span = try Span(YAMLMapping(item, keys: ["from", "until"]))
            if let last = spans.last, span.from.map({ $0.earliest <= last.until.latest }) ?? true {
                throw item.error(.wrongValue, "the days must follow those before them")
            }
            spans.append(span)
        }
        guard !spans.isEmpty else { throw list.error(.wrongValue, "a value is missing") }
        return spans
    }
}

extension Deadline.Span {
    fileprivate init(_ mapping: YAMLMapping) throws(CatalogError) {
        self.init(
            from: try mapping.optional("from")?.date(),
            until: try mapping.required("until").date()
        )
        if let from, until.latest < from.earliest {
            throw mapping.value.error(.wrongValue, "the last day is before the first")
        }
    }
}
