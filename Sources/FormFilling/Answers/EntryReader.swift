import FormLayout

/// Reads the answer to one field, or to one column of a field with rows.
struct EntryReader {
    let rule: FormEntryRule
    private let pattern: Regex<AnyRegexOutput>?
    let columns: [EntryReader]

    init(_ rule: FormEntryRule) throws(FormDataError) {
        self.rule = rule
        do {
            pattern = try rule.pattern.map { try Regex($0) }
        } catch {
            throw FormDataError(FormDataFault(.template, column: rule.label))
        }
        columns = try (rule.columns ?? []).map { (column) throws(FormDataError) in
            try EntryReader(column)
        }
    }

    /// The answer, nil if there is none that can be used, and what is wrong.
    func read(_ datum: FormDatum?) -> (answer: FormAnswer?, mistakes: [Mistake]) {
        let (answer, mistakes) = datum.map(answer) ?? (nil, [])
        guard answer?.isEmpty ?? true else { return (answer, mistakes) }
        // What is there and wrong is not missing too.
        guard rule.isRequired, mistakes.isEmpty else { return (nil, mistakes) }
        return (nil, [Mistake(.required)])
    }

    private func answer(_ datum: FormDatum) -> (FormAnswer?, [Mistake]) {
        switch rule.kind {
        case .choices(let options): return chosen(datum, among: options)
        case .rows: return rows(datum)
        default:
            let reading = scalar(datum)
            return (reading.text.map(FormAnswer.text), reading.mistakes)
        }
    }

    /// A cell of a row; several options are told as words in it.
    func cell(_ datum: FormDatum) -> Reading {
        guard case .choices(let options) = rule.kind else { return scalar(datum) }
        let (answer, mistakes) = chosen(datum, among: options)
        guard case .texts(let texts)? = answer else { return Reading("", mistakes) }
        return Reading(texts.joined(separator: "、"), mistakes)
    }

    private func scalar(_ datum: FormDatum) -> Reading {
        switch datum {
        case .text(let text): text.isBlank ? Reading("") : checked(text)
        case .rounded: Reading(Mistake(.longNumber))
        case .list, .group: Reading(Mistake(.single))
        }
    }

    private func checked(_ written: String) -> Reading {
        let cleaning = PlainText(written, keepsLines: rule.kind == .lines)
        if let mistake = cleaning.mistake { return Reading(mistake) }
        var reading = kindReading(cleaning.text)
        guard let text = reading.text else { return reading }
        if let limit = rule.limit, text.count > limit {
            let values = ["limit": "\(limit)", "count": "\(text.count)"]
            reading.mistakes.append(Mistake(.limit, .error, values))
        }
        if let pattern, (try? pattern.wholeMatch(in: text)) == nil {
            let values = rule.patternHint.map { ["hint": $0] } ?? [:]
            reading.mistakes.append(Mistake(.pattern, .error, values))
        }
        if reading.mistakes.contains(where: { $0.severity == .error }) { reading.text = nil }
        return reading
    }

    private func kindReading(_ text: String) -> Reading {
        if rule.kind != .lines, WrittenNumber.isShortened(text) {
            return Reading(Mistake(.longNumber))
        }
        return switch rule.kind {
        case .text, .lines, .choices, .rows: Reading(text)
        case .number: WrittenNumber.digits(text)
        case .phone: WrittenNumber.phone(text)
        case .idNumber: WrittenNumber.document(text)
        case .date: WrittenDate.day(text)
        case .month: WrittenDate.month(text)
        case .choice(let options): ChosenOptions(options).one(text)
        }
    }

    private func chosen(
        _ datum: FormDatum,
        among options: [String]
    ) -> (FormAnswer?, [Mistake]) {
        let chosen = ChosenOptions(options)
        let words: [String]
        switch datum {
        case .text(let text): words = chosen.split(text)
        case .list(let items):
            words = items.compactMap(\.text)
            guard words.count == items.count else { return (nil, [Mistake(.single)]) }
        case .rounded, .group: return (nil, [Mistake(.single)])
        }
        let readings = words.filter { !$0.isBlank }.map(chosen.one)
        let mistakes = readings.flatMap(\.mistakes)
        guard mistakes.isEmpty else { return (nil, mistakes) }
        let taken = Set(readings.compactMap(\.text))
        return (.texts(options.filter(taken.contains)), [])
    }
}
