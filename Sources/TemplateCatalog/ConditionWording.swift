import Registration
public import Review

/// Says conditions and the facts that decided them in words.
public struct ConditionWording: Sendable {
    private let vocabulary: [ProfileKey]
    private let messages: MessageTexts
    private let language: FindingTexts.Language

    /// Takes the vocabulary that the conditions ask about, and the words to say it with.
    public init(area: Area, messages: MessageTexts, language: FindingTexts.Language) {
        self.init(vocabulary: area.vocabulary, messages: messages, language: language)
    }

    private init(
        vocabulary: [ProfileKey],
        messages: MessageTexts,
        language: FindingTexts.Language
    ) {
        self.vocabulary = vocabulary
        self.messages = messages
        self.language = language
    }

    /// A condition as a clause of a sentence: 报考级别为执业医师，且专升本.
    public func words(for condition: Condition) -> String { words(for: condition, isInner: false) }

    /// A fact: 报考级别：执业医师, or "level: 执业医师".
    public func words(for fact: ProfileFact) -> String {
        text(
            "condition.fact",
            ["key": words(for: fact.path), "value": text(of: fact.value)]
        )
    }

    /// A place in the profile: 报考级别, or "level".
    public func words(for path: ProfilePath) -> String {
        guard let entry = path.entry else { return label(path.key) }
        let keys = items(of: entry.list)
        return "\(label(entry.list)) \(entry.number) \(inner(keys).label(path.key))"
    }

    private func words(for condition: Condition, isInner: Bool) -> String {
        switch condition {
        case .always: text("condition.always")
        case .all(let parts): join(parts, "condition.and", isInner)
        case .any(let parts): join(parts, "condition.or", isInner)
        case .not(.isOneOf(let key, let values)): choice(key, values, isNegated: true)
        case .not(let part): text("condition.not", ["part": words(for: part, isInner: true)])
        case .isOneOf(let key, let values): choice(key, values, isNegated: false)
        case .since(let key, let day):
            text("condition.since", ["key": label(key), "day": "\(day)"])
        case .before(let key, let day):
            text("condition.before", ["key": label(key), "day": "\(day)"])
        case .someEntry(let key, let part): entry("condition.some", key, part)
        case .everyEntry(let key, let part): entry("condition.every", key, part)
        }
    }

    private func join(_ parts: [Condition], _ word: String, _ isInner: Bool) -> String {
        let joined = parts.map { words(for: $0, isInner: true) }
            .joined(separator: text(word))
        return isInner && parts.count > 1 ? text("condition.group", ["part": joined]) : joined
    }

    private func choice(_ key: String, _ values: [ProfileValue], isNegated: Bool) -> String {
        if values.count == 1, case .flag(let flag) = values[0] {
            return text(flag != isNegated ? "condition.yes" : "condition.no", ["key": label(key)])
        }
        return text(
            isNegated ? "condition.isNot" : "condition.is",
            [
                "key": label(key),
                "values": values.map(text).joined(separator: text("condition.either")),
            ]
        )
    }

    private func entry(_ word: String, _ list: String, _ part: Condition) -> String {
        text(word, ["key": label(list), "part": entryWords(for: part, in: list)])
    }

    /// A condition that is put to the entries of a list.
    func entryWords(for condition: Condition, in list: String) -> String {
        inner(items(of: list)).words(for: condition, isInner: false)
    }

    private func items(of list: String) -> [ProfileKey] {
        guard case .list(let keys)? = vocabulary.first(where: { $0.key == list })?.kind else {
            return []
        }
        return keys
    }

    private func inner(_ keys: [ProfileKey]) -> Self {
        Self(vocabulary: keys, messages: messages, language: language)
    }

    /// Chinese readers get the label; the keys are English already.
    func label(_ key: String) -> String {
        guard language == .zh else { return key }
        return vocabulary.first { $0.key == key }?.label ?? key
    }

    private func text(of value: ProfileValue) -> String {
        switch value {
        case .flag(let flag): text(flag ? "value.yes" : "value.no")
        case .list(let entries): text("value.entries", ["count": "\(entries.count)"])
        case .notApplicable: text("value.notApplicable")
        default: value.description
        }
    }

    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        messages.text(key, in: language, values) ?? key
    }
}
