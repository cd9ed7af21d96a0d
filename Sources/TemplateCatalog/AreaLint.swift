import Review

/// The check of an area's file: every fault with its place, and what can be read but cannot be meant.
public struct AreaLint: Sendable {
    /// The faults, in the order of the file.
    public let faults: [CatalogFault]

    /// Whether the file can be used.
    public var isUsable: Bool { faults.allSatisfy(\.isWarning) }

    /// Checks a file.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: What to call it.
    ///   - manual: The manual's text, in which every quoted sentence must stand, white space aside.
    public init(bytes: [UInt8], file: String, manual: String? = nil) {
        let log = FaultLog()
        do {
            let root = try YAMLDocument.parse(bytes, file: file, log: log)
            let area = try AreaDecoder(root).area()
            var check = SenseCheck(area: area, log: log, file: file)
            check.run()
            if let manual { QuoteCheck(manual: manual, log: log, file: file).run(root) }
        } catch {
            log.note(error)
        }
        faults = log.ordered
    }
}

/// Looks for what can be read but makes no sense.
private struct SenseCheck {
    let area: Area
    let log: FaultLog
    let file: String
    /// Questions that are never asked: what depends on them is their fault.
    private var idleKeys: Set<String> = []

    init(area: Area, log: FaultLog, file: String) {
        self.area = area
        self.log = log
        self.file = file
    }

    mutating func run() {
        for key in area.vocabulary { check(key) }
        // What could not be read may have asked about any key.
        if !log.hasErrors {
            for key in area.vocabulary { checkUse(of: key) }
        }
        for material in area.materials { check(material) }
        for (index, advice) in area.advice.enumerated() {
            warn(ifNever: advice.condition, .advice(index), "this advice concerns nobody")
        }
        for (index, rule) in area.profileRules.enumerated() {
            warn(ifNever: rule.condition, .profileRule(index), "this rule concerns nobody")
        }
    }

    private func check(_ material: MaterialRule) {
        let part = TemplatePart.materialCondition(material.id)
        guard !material.isOptional, log.places[part] != nil else { return }
        var need = material.condition
        if let replacement = material.replacement {
            need = .all([need, .not(replacement.condition)])
        }
        guard need != .always, idleKeys.isDisjoint(with: need.keys),
            let outcomes = ConditionOutcomes(of: need, vocabulary: area.vocabulary)
        else { return }
        if !outcomes.canHold {
            note(part, "this material can never be required: no profile meets its condition")
        } else if !outcomes.canFail {
            note(part, "every profile meets this condition; write always", isWarning: true)
        }
    }

    private mutating func check(_ key: ProfileKey) {
        guard idleKeys.isDisjoint(with: key.condition.keys) else {
            idleKeys.insert(key.key)
            return
        }
        let outcomes = ConditionOutcomes(of: key.condition, vocabulary: area.vocabulary)
        guard outcomes?.canHold == false else { return }
        idleKeys.insert(key.key)
        note(.questionCondition(key.key), "this question is never asked")
    }

    private func checkUse(of key: ProfileKey) {
        guard !key.isForForms, !usedKeys.contains(key.key) else { return }
        note(
            .question(key.key),
            "no rule asks about \(key.key); say \"for: forms\" if only forms need it",
            isWarning: true
        )
    }

    /// Every key that some rule depends on.
    private var usedKeys: Set<String> {
        var conditions = area.vocabulary.map(\.condition) + area.advice.map(\.condition)
        conditions += area.profileRules.flatMap { [$0.condition, $0.demand] }
        var keys: Set<String> = []
        for material in area.materials {
            conditions.append(material.condition)
            conditions += [material.replacement?.condition, material.waivable].compactMap(\.self)
            conditions += material.notes.map(\.condition)
            for item in material.count.cases {
                conditions.append(item.condition)
                if let list = item.multiplier?.list { keys.insert(list) }
            }
        }
        if !area.idNumberRules.isEmpty { keys.insert("idKind") }
        return keys.union(conditions.flatMap(\.keys))
    }

    private func warn(
        ifNever condition: Condition,
        _ part: TemplatePart,
        _ message: CatalogMessage
    ) {
        guard idleKeys.isDisjoint(with: condition.keys) else { return }
        let outcomes = ConditionOutcomes(of: condition, vocabulary: area.vocabulary)
        if outcomes?.canHold == false { note(part, message, isWarning: true) }
    }

    /// Notes a fault; a part without a place has one already.
    private func note(_ part: TemplatePart, _ message: CatalogMessage, isWarning: Bool = false) {
        guard let place = log.places[part] else { return }
        log.note(
            CatalogError(.wrongValue, file: file, place: place, message: message),
            isWarning: isWarning
        )
    }
}
