import FormLayout

/// Reads what a form asks for.
struct FormFieldDecoder {
    /// Whether the form has a sheet for each item of a list, so that `unit` means something.
    let isPerSheet: Bool

    private static let columnKeys = [
        "label", "type", "required", "limit", "pattern", "hint", "options", "align", "absent",
    ]
    private static let keys = columnKeys + ["columns", "from", "blank"]

    /// Reads the fields, by their ids.
    func fields(_ value: YAMLValue) throws(CatalogError) -> [FormEntryRule] {
        try rules(value, areColumns: false)
    }

    private func rules(
        _ value: YAMLValue,
        areColumns: Bool
    ) throws(CatalogError) -> [FormEntryRule] {
        let mapping = try YAMLMapping(value)
        guard !mapping.entries.isEmpty else {
            throw value.error(.wrongValue, "at least one field is expected")
        }
        var rules: [FormEntryRule] = []
        for entry in mapping.entries {
            let troubles = value.log?.troubles
            let rule = try value.attempt { () throws(CatalogError) in
                try self.rule(entry, isColumn: areColumns)
            }
            if let rule { rules.append(rule) }
            guard !areColumns else { continue }
            value.log?.places[.field(entry.key)] = entry.keyPlace
            if troubles != value.log?.troubles { value.log?.unreadableKeys.insert(entry.key) }
        }
        return rules
    }

    private func rule(
        _ entry: YAMLMapping.Entry,
        isColumn: Bool
    ) throws(CatalogError) -> FormEntryRule {
        guard FormText.isID(entry.key) else {
            throw CatalogError(
                .wrongValue,
                file: entry.value.file,
                place: entry.keyPlace,
                message:
                    "\"\(entry.key)\" cannot be an id: write a Latin letter, then letters and digits, but not \"line\" or \"date\""
            )
        }
        let mapping = try YAMLMapping(entry.value, keys: isColumn ? Self.columnKeys : Self.keys)
        let kind = try kind(mapping, isColumn: isColumn)
        var rule = FormEntryRule(
            id: entry.key,
            label: try mapping.words("label"),
            kind: kind,
            isRequired: try mapping.optional("required")?.flag() ?? false,
            alignment: try mapping.optional("align")?.word(of: FormText.Alignment.self),
            absent: try mapping.optional("absent")?.words()
        )
        try readLimits(of: &rule, mapping)
        rule.binding = try mapping.optionalPart("from") { (item) throws(CatalogError) in
            try FormBinding.read(item, isPerSheet: isPerSheet)
        }
        rule.blank = try mapping.optionalPart("blank") { (item) throws(CatalogError) in
            try item.number(in: 1...174)
        }
        return rule
    }

    private func kind(
        _ mapping: YAMLMapping,
        isColumn: Bool
    ) throws(CatalogError) -> FormEntryRule.Kind {
        let type = mapping.optional("type")
        let name = try type?.word(of: FormFieldType.self) ?? .text
        if isColumn, let type, name == .rows || name == .choices {
            throw type.error(.wrongValue, "a column cannot be of the type \(name.rawValue)")
        }
        if let stray = mapping.optional("options"), name != .choice, name != .choices {
            throw stray.error(.unknownKey, "\"options\" needs the type choice or choices")
        }
        if let stray = mapping.optional("columns"), name != .rows {
            throw stray.error(.unknownKey, "\"columns\" needs the type rows")
        }
        return switch name {
        case .text: .text
        case .lines: .lines
        case .number: .number
        case .phone: .phone
        case .idNumber: .idNumber
        case .date: .date
        case .month: .month
        case .choice: .choice(try options(mapping.required("options")))
        case .choices: .choices(try options(mapping.required("options")))
        case .rows: .rows(try rules(mapping.required("columns"), areColumns: true))
        }
    }

    private func options(_ value: YAMLValue) throws(CatalogError) -> [String] {
        var options: [String] = []
        for item in try value.list() {
            guard !options.contains(try item.words()) else {
                throw item.error(.wrongValue, "this value is there already")
            }
            options.append(try item.text())
        }
        guard options.count >= 2 else {
            throw value.error(.wrongValue, "at least two options are expected")
        }
        return options
    }

    private func readLimits(
        of rule: inout FormEntryRule,
        _ mapping: YAMLMapping
    ) throws(CatalogError) {
        let type = rule.kind.word
        if let item = mapping.optional("limit") {
            switch rule.kind {
            case .date, .month, .choice, .choices:
                throw item.error(.unknownKey, "\"limit\" does not go with the type \(type)")
            default: rule.limit = try item.integer(in: 1...10_000)
            }
        }
        guard let pattern = mapping.optional("pattern") else {
            guard let stray = mapping.optional("hint") else { return }
            throw stray.error(.missingKey, "\"hint\" needs \"pattern\"")
        }
        switch rule.kind {
        case .text, .lines, .number, .phone, .idNumber: break
        default:
            throw pattern.error(.unknownKey, "\"pattern\" does not go with the type \(type)")
        }
        // What reads expressions goes as deep as their brackets do.
        guard try pattern.words().utf8.count <= 500 else {
            throw pattern.error(.wrongValue, "the pattern is longer than 500 bytes")
        }
        guard (try? Regex(try pattern.text())) != nil else {
            throw pattern.error(
                .wrongValue,
                "this is no regular expression: look for a bracket that is not closed, or a * or + after nothing"
            )
        }
        rule.pattern = try pattern.text()
        rule.patternHint = try mapping.optional("hint")?.words()
    }
}
