import FormLayout

/// Reads words with gaps.
struct FormTextDecoder {
    let fields: FormFields

    static let conditionKeys = ["when", "unless"]
    private static let keys =
        ["text", "align", "indent", "look", "size", "colour", "tracking", "flank"] + conditionKeys

    /// Reads a text, or `{ text, align, indent, look }` and more of how it stands.
    func text(_ value: YAMLValue, indent: Double = 0) throws(CatalogError) -> FormText {
        guard !value.isScalar else { return FormText(try parts(value), indent: indent) }
        let mapping = try YAMLMapping(value, keys: Self.keys)
        return FormText(
            try parts(mapping.required("text")),
            alignment: try mapping.optional("align")?.word(of: FormText.Alignment.self)
                ?? .justified,
            indent: try mapping.optional("indent")?.number(in: 0...20) ?? indent,
            look: try mapping.optional("look")?.word(of: FormText.Look.self) ?? .body,
            size: try mapping.optional("size")?.number(in: 6...200),
            colour: try mapping.optional("colour")?.word(of: FormColour.self),
            tracking: try mapping.optional("tracking")?.number(in: 0...20) ?? 0,
            flank: try mapping.optional("flank")?.number(in: 1...100),
            condition: try condition(mapping)
        )
    }

    /// Reads what must be answered, and what must not, for a part to be shown.
    func condition(_ mapping: YAMLMapping) throws(CatalogError) -> FormCondition {
        FormCondition(
            present: try mapping.optional("when").map(ids) ?? [],
            absent: try mapping.optional("unless").map(ids) ?? []
        )
    }

    /// Reads the id of a field, or a list of them.
    private func ids(_ value: YAMLValue) throws(CatalogError) -> [String] {
        guard value.isList else {
            try fields.require(value)
            return [try value.words()]
        }
        return try value.each { (item) throws(CatalogError) in
            try fields.require(item)
            return try item.words()
        }
    }

    /// Reads a text, or a list of them.
    func list(_ value: YAMLValue) throws(CatalogError) -> [FormText] {
        guard value.isList else { return [try text(value)] }
        return try value.each { (item) throws(CatalogError) in try text(item) }
    }

    private func parts(_ value: YAMLValue) throws(CatalogError) -> [FormText.Part] {
        let text = try value.words()
        let parts: [FormText.Part]
        do {
            parts = try FormText.parts(of: text)
        } catch {
            throw value.error(.wrongValue, sentence(for: error))
        }
        for case .field(let id) in parts { try fields.requireGap(id, in: value) }
        return parts
    }

    private func sentence(for fault: FormText.Fault) -> CatalogMessage {
        switch fault {
        case .brace: "a brace has no partner; one that is meant is written twice, {{ or }}"
        case .gap(let gap):
            """
            "{\(gap)}" is no gap: write {id} for a field, {line 30} for a line of 30 mm (1 to 180), \
            {date} for a date
            """
        }
    }
}
