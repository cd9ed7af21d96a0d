/// Looks for every quoted sentence in the manual's text.
struct QuoteCheck {
    private let manual: String
    private let log: FaultLog
    private let file: String

    /// White space does not matter: manuals break lines anywhere.
    init(manual: String, log: FaultLog, file: String) {
        self.manual = manual.filter { !$0.isWhitespace }
        self.log = log
        self.file = file
    }

    /// Walks over a whole file: a quote is a quote wherever it stands.
    func run(_ value: YAMLValue) {
        if let items = try? YAMLValue(value.node, file: file).list() {
            for item in items { run(item) }
        }
        guard let mapping = try? YAMLMapping(YAMLValue(value.node, file: file)) else { return }
        for entry in mapping.entries {
            run(entry.value)
            guard entry.key == "quote", let quote = try? entry.value.text(),
                !manual.contains(quote.filter { !$0.isWhitespace })
            else { continue }
            log.note(
                entry.value.error(.wrongValue, "this sentence does not stand in the manual")
            )
        }
    }
}
