import Registration

/// What a condition can come to over all complete profiles that agree with themselves.
///
/// Only the keys that the condition asks about, and those that decide whether they apply, are tried:
/// all words of a choice, both flags, and for dates the days on both sides of every border. Lists are
/// tried empty and with up to two entries, which is enough for "some" and "every".
public struct ConditionOutcomes: Hashable, Sendable {
    /// Whether some profile meets the condition.
    public private(set) var canHold = false
    /// Whether some profile does not.
    public private(set) var canFail = false

    /// Tries all profiles; nil if they are too many to try.
    ///
    /// - Parameters:
    ///   - condition: The condition.
    ///   - vocabulary: The keys that it may ask about, each depending on earlier ones only.
    public init?(of condition: Condition, vocabulary: [ProfileKey]) {
        let keys = Self.involved(in: condition, vocabulary)
        var combinations = 1
        var domains: [(key: ProfileKey, values: [ProfileValue])] = []
        for key in keys {
            let values = Self.values(of: key, askedBy: [condition] + keys.map(\.condition))
            combinations *= max(1, values.count)
            guard combinations <= 300_000 else { return nil }
            domains.append((key, values))
        }
        explore(condition, domains[...], [:])
    }

    private mutating func explore(
        _ condition: Condition,
        _ domains: ArraySlice<(key: ProfileKey, values: [ProfileValue])>,
        _ profile: [String: ProfileValue]
    ) {
        guard !canHold || !canFail else { return }
        guard let (key, values) = domains.first else {
            if condition.evaluate(in: profile).truth == .yes {
                canHold = true
            } else {
                canFail = true
            }
            return
        }
        var next = profile
        guard key.condition.evaluate(in: profile).truth != .no else {
            next[key.key] = .notApplicable
            explore(condition, domains.dropFirst(), next)
            return
        }
        for value in values {
            next[key.key] = value
            explore(condition, domains.dropFirst(), next)
        }
    }

    /// The keys that matter, in the vocabulary's order.
    private static func involved(
        in condition: Condition,
        _ vocabulary: [ProfileKey]
    ) -> [ProfileKey] {
        var names = Set(condition.keys)
        // A key's own condition asks about earlier keys: going backwards meets them all.
        for key in vocabulary.reversed() where names.contains(key.key) {
            names.formUnion(key.condition.keys)
        }
        return vocabulary.filter { names.contains($0.key) }
    }

    private static func values(
        of key: ProfileKey,
        askedBy conditions: [Condition]
    ) -> [ProfileValue] {
        switch key.kind {
        case .choice(let words): return words.map(ProfileValue.text)
        case .flag: return [.flag(true), .flag(false)]
        case .text: return [.text("")]
        case .date:
            let borders = conditions.flatMap { $0.borders(of: key.key) }
            return (borders + borders.compactMap(\.dayBefore)).map(ProfileValue.date)
        case .list(let keys):
            let parts = conditions.flatMap { $0.parts(about: key.key) }
            var entries: [[String: ProfileValue]] = [[:]]
            for item in keys where parts.contains(where: { $0.keys.contains(item.key) }) {
                let choices = values(of: item, askedBy: parts)
                entries = entries.flatMap { entry in
                    choices.map { entry.merging([item.key: $0]) { $1 } }
                }
            }
            let pairs = entries.flatMap { first in entries.map { [first, $0] } }
            return ([[]] + entries.map { [$0] } + pairs).map(ProfileValue.list)
        }
    }
}
