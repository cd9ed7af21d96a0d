public import FormLayout
import Registration

extension FormTemplate {
    /// Reads a form's file.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: What to call it in an error.
    /// - Throws: `CatalogError` with line and column at the first fault.
    public init(bytes: [UInt8], file: String) throws(CatalogError) {
        self = try FormDecoder(YAMLDocument.parse(bytes, file: file)).form()
    }
}

/// Reads a form from the root of its file.
///
/// Where faults are noted, something empty stands for what has one, so that the rest is read too;
/// where they are not, the first fault is thrown and nothing empty can come out.
struct FormDecoder {
    let mapping: YAMLMapping

    init(_ root: YAMLValue) throws(CatalogError) {
        mapping = try YAMLMapping(root, keys: Self.keys)
    }

    static let keys = [
        "format", "id", "version", "title", "titles", "titleSize", "english", "subtitle",
        "paper", "serves", "reference", "copies", "sheetPer", "sheet", "showTitle", "continuation",
        "border",
        "fields", "blocks", "notes",
    ]

    func form() throws(CatalogError) -> FormTemplate {
        _ = try mapping.value.attempt { () throws(CatalogError) in try mapping.requireFormat(1) }
        let rules = try rules(isPerSheet: mapping.optional("sheetPer") != nil)
        let texts = FormTextDecoder(fields: FormFields(rules, log: mapping.value.log))
        var form = try head()
        form.fields = rules
        form.blocks = try blocks(texts, width: form.innerWidth)
        form.notes =
            try mapping.optionalPart("notes") { (item) throws(CatalogError) in
                try texts.list(item)
            } ?? []
        return form
    }

    private func head() throws(CatalogError) -> FormTemplate {
        FormTemplate(
            id: try mapping.part("id", id) ?? "",
            version: try mapping.part("version") { (item) throws(CatalogError) in
                try item.integer(in: 1...9999)
            } ?? 0,
            titles: try mapping.value.attempt(titles) ?? [],
            titleSize: try mapping.optionalPart("titleSize") { (item) throws(CatalogError) in
                try item.number(in: 14...40)
            },
            paper: try paper(),
            englishTitle: try optionalWords("english") ?? "",
            subtitle: try optionalWords("subtitle") ?? "",
            services: try services(),
            isReference: try optionalFlag("reference") ?? true,
            copies: try mapping.optionalPart("copies") { (item) throws(CatalogError) in
                try item.integer(in: 1...9)
            } ?? 1,
            sheetPer: try mapping.optionalPart("sheetPer", sheetList),
            isSheet: try optionalFlag("sheet") ?? false,
            showsTitle: try optionalFlag("showTitle") ?? true,
            continuation: try optionalWords("continuation") ?? "",
            border: try mapping.optionalPart("border", border),
            fields: [],
            blocks: []
        )
    }

    private func paper() throws(CatalogError) -> FormPaper {
        try mapping.optionalPart("paper") { (item) throws(CatalogError) in
            try item.word(of: FormPaper.self)
        } ?? .a4
    }

    private func border(_ value: YAMLValue) throws(CatalogError) -> FormBorder {
        let border = try YAMLMapping(value, keys: ["lines", "apart", "sides", "ends"])
        return FormBorder(
            lines: try border.required("lines").each { (item) throws(CatalogError) in
                try item.number(in: 0...5)
            },
            apart: try border.optional("apart")?.number(in: 0...10) ?? 1.4,
            sides: try border.required("sides").number(in: 0...60),
            ends: try border.required("ends").number(in: 0...100)
        )
    }

    private func optionalFlag(_ key: String) throws(CatalogError) -> Bool? {
        try mapping.optionalPart(key) { (item) throws(CatalogError) in try item.flag() }
    }

    private func optionalWords(_ key: String) throws(CatalogError) -> String? {
        try mapping.optionalPart(key) { (item) throws(CatalogError) in try item.words() }
    }

    private func id(_ value: YAMLValue) throws(CatalogError) -> String {
        let id = try value.words()
        guard TemplateCatalog.isID(id) else {
            throw value.error(
                .wrongValue,
                "an id of small letters, digits and hyphens is expected"
            )
        }
        value.mark(.formID)
        return id
    }

    private func sheetList(_ value: YAMLValue) throws(CatalogError) -> String {
        let list = try value.words()
        guard FormText.isID(list) else {
            throw value.error(.wrongValue, "the key of a list in candidate.yaml is expected")
        }
        return list
    }

    private func rules(isPerSheet: Bool) throws(CatalogError) -> [FormEntryRule] {
        let decoder = FormFieldDecoder(isPerSheet: isPerSheet)
        return try mapping.part("fields", decoder.fields) ?? []
    }

    private func blocks(
        _ texts: FormTextDecoder,
        width: Double
    ) throws(CatalogError) -> [FormBlock] {
        let decoder = FormBlockDecoder(texts: texts, width: width)
        return try mapping.part("blocks") { (list) throws(CatalogError) in
            let blocks = try list.each(decoder.block)
            guard try !list.list().isEmpty else {
                throw list.error(.wrongValue, "a form without blocks shows nothing")
            }
            return blocks
        } ?? []
    }
}
