import Registration

/// What a log's files hold, once what a crash left is set aside.
struct LogContent {
    let entries: [LogEntry]
    let standing: Case
    /// How many bytes of the file are whole lines to keep.
    let length: Int
    /// How many bytes the file has.
    let fileLength: Int
    /// The head to write because the last line is not counted yet; nil if all are.
    let newHead: LogHead?

    init(_ folder: LogFolder, rules: CaseRules) throws(LogError) {
        let text = try folder.text()
        let head = try folder.head()
        let kept = Self.kept(text, counted: head?.lines ?? 0)
        let whole = LogText(LogText.bytes(of: kept))
        let check = LogCheck(of: whole, head: head, rules: rules)
        var errors = check.findings.filter { $0.severity == .error }
        // Without a head there has been one line at most.
        if head == nil, kept.count > 1 { errors.append(LogFinding(.beyondHead, line: 2)) }
        guard errors.isEmpty, let standing = check.outcome else {
            throw LogError(.damaged, LogFolder.logName, line: errors.first?.line, findings: errors)
        }
        entries = check.entries
        self.standing = standing
        length = LogText.bytes(of: kept).count
        fileLength = LogText.bytes(of: text.lines).count + text.rest.count
        newHead = entries.count == head?.lines ?? 0 ? nil : entries.last.map { LogHead($0) }
    }

    /// The lines but one at the end that was not written whole and that the head does not count.
    private static func kept(_ text: LogText, counted: Int) -> [[UInt8]] {
        guard text.rest.isEmpty, text.lines.count == counted + 1, let last = text.lines.last,
            LogEntry(line: last) == nil
        else { return text.lines }
        return text.lines.dropLast()
    }
}
