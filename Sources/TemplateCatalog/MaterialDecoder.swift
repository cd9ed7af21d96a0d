import Registration
import Review

/// Reads the materials of an area, which lean on its vocabulary, its picture rules and each other.
struct MaterialDecoder {
    private enum RuleName: String, CaseIterable {
        case pictures
        case photo
    }

    let vocabulary: [ProfileKey]
    let pictureRule: PictureRule
    let photoRule: PictureRule
    private var ids: [String] = []
    private var titles: Set<String> = []

    init(vocabulary: [ProfileKey], pictureRule: PictureRule, photoRule: PictureRule) {
        self.vocabulary = vocabulary
        self.pictureRule = pictureRule
        self.photoRule = photoRule
    }

    /// Reads the list; the order in the file is the order of the materials.
    mutating func materials(yaml value: YAMLValue) throws(CatalogError) -> [MaterialRule] {
        var mappings: [YAMLMapping] = []
        for item in try value.list() {
            let mapping = try YAMLMapping(item, keys: Self.keys)
            try noteNames(mapping)
            mappings.append(mapping)
        }
        var materials: [MaterialRule] = []
        for mapping in mappings {
            var material = try material(mapping)
            material.order = materials.count
            materials.append(material)
        }
        return materials
    }

    private static let keys = [
        "id", "title", "en", "category", "oneOf", "rule", "limits", "when", "optional", "count",
        "replacedBy", "satisfiedBy", "waivable", "clause", "note", "notes", "source",
    ]

    private mutating func noteNames(_ mapping: YAMLMapping) throws(CatalogError) {
        let id = try mapping.required("id")
        let title = try mapping.required("title")
        // Both are names of folders.
        for name in [id, title] where try name.words().contains("/") {
            throw name.error(.wrongValue, "a slash cannot stand in the name of a folder")
        }
        guard !ids.contains(try id.text()) else {
            throw id.error(.wrongValue, "another material has this id already")
        }
        guard titles.insert(try title.text()).inserted else {
            throw title.error(.wrongValue, "another material has this title already")
        }
        ids.append(try id.text())
    }

    private func material(_ mapping: YAMLMapping) throws(CatalogError) -> MaterialRule {
        var material = MaterialRule(
            id: try mapping.required("id").text(),
            title: try mapping.required("title").text(),
            count: try count(mapping),
            pictureRule: try rule(mapping),
            clause: try Clause(yaml: mapping.required("clause"))
        )
        material.englishTitle = try mapping.optional("en")?.words()
        material.category = try mapping.optional("category")?.words()
        material.source = try mapping.optional("source")?.words()
        material.oneOf = try texts(mapping.optional("oneOf"))
        material.isOptional = try mapping.optional("optional")?.flag() ?? false
        material.condition = try condition(mapping, isOptional: material.isOptional)
        material.replacement = try replacement(mapping.optional("replacedBy"))
        material.satisfiedBy = try references(mapping.optional("satisfiedBy"))
        if let item = mapping.optional("waivable") {
            material.waivable = try Condition(yaml: item, vocabulary: vocabulary)
        }
        material.notes = try notes(mapping)
        return material
    }

    private func condition(
        _ mapping: YAMLMapping,
        isOptional: Bool
    ) throws(CatalogError) -> Condition {
        guard isOptional else {
            return try Condition(yaml: mapping.required("when"), vocabulary: vocabulary)
        }
        guard let stray = mapping.optional("when") else { return .always }
        throw stray.error(.unknownKey, "an optional material has no \"when\"")
    }

    private func count(_ mapping: YAMLMapping) throws(CatalogError) -> CountRule {
        if let item = mapping.optional("count") {
            return try CountRule(yaml: item, vocabulary: vocabulary)
        }
        guard try mapping.optional("optional")?.flag() == true else {
            throw mapping.value.error(.missingKey, "the key \"count\" is missing")
        }
        return CountRule([CountRule.Case(minimum: 1)])
    }

    private func rule(_ mapping: YAMLMapping) throws(CatalogError) -> PictureRule {
        let name = try mapping.optional("rule")?.word(of: RuleName.self) ?? .pictures
        let base = name == .photo ? photoRule : pictureRule
        guard let item = mapping.optional("limits") else { return base }
        return try PictureRule(yaml: item, changing: base)
    }

    private func replacement(
        _ value: YAMLValue?
    ) throws(CatalogError) -> MaterialRule.Replacement? {
        guard let value else { return nil }
        let mapping = try YAMLMapping(value, keys: ["material", "when"])
        return MaterialRule.Replacement(
            material: try reference(mapping.required("material")),
            condition: try Condition(yaml: mapping.required("when"), vocabulary: vocabulary)
        )
    }

    private func references(_ value: YAMLValue?) throws(CatalogError) -> [String] {
        guard let value else { return [] }
        return try value.list().map { (item) throws(CatalogError) in try reference(item) }
    }

    private func reference(_ value: YAMLValue) throws(CatalogError) -> String {
        let id = try value.text()
        guard ids.contains(id) else {
            let hint = Spelling.nearest(to: id, among: ids).map { "; did you mean \"\($0)\"?" }
            throw value.error(.wrongValue, "no material has the id \"\(id)\"\(hint ?? "")")
        }
        return id
    }

    private func texts(_ value: YAMLValue?) throws(CatalogError) -> [String] {
        guard let value else { return [] }
        return try value.list().map { (item) throws(CatalogError) in try item.words() }
    }

    private func notes(_ mapping: YAMLMapping) throws(CatalogError) -> [MaterialRule.Note] {
        var notes: [MaterialRule.Note] = []
        if let item = mapping.optional("note") {
            notes.append(MaterialRule.Note(text: try item.words()))
        }
        guard let list = mapping.optional("notes") else { return notes }
        for item in try list.list() {
            let note = try YAMLMapping(item, keys: ["when", "text"])
            notes.append(
                MaterialRule.Note(
                    condition: try Condition(yaml: note.required("when"), vocabulary: vocabulary),
                    text: try note.required("text").words()
                )
            )
        }
        return notes
    }
}
