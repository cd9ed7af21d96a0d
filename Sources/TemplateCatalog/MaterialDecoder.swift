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
    let photoRule: PictureRule?
    let year: Int
    private(set) var ids: [String] = []
    private var titles: Set<String> = []

    init(
        vocabulary: [ProfileKey],
        pictureRule: PictureRule,
        photoRule: PictureRule?,
        year: Int
    ) {
        self.vocabulary = vocabulary
        self.pictureRule = pictureRule
        self.photoRule = photoRule
        self.year = year
    }

    /// Reads the list; the order in the file is the order of the materials.
    mutating func materials(yaml value: YAMLValue) throws(CatalogError) -> [MaterialRule] {
        var mappings: [YAMLMapping] = []
        for item in try value.list() {
            let mapping = try item.attempt { () throws(CatalogError) in
                let mapping = try YAMLMapping(item, keys: Self.keys)
                try noteNames(mapping)
                return mapping
            }
            if let mapping { mappings.append(mapping) }
        }
        guard !mappings.isEmpty else {
            throw value.error(.wrongValue, "an area without materials demands nothing")
        }
        var materials: [MaterialRule] = []
        for mapping in mappings {
            let decoded = try mapping.value.attempt { () throws(CatalogError) in
                try material(mapping)
            }
            guard var material = decoded else { continue }
            material.order = materials.count
            materials.append(material)
        }
        return materials
    }

    private static let keys = [
        "id", "title", "en", "concept", "category", "oneOf", "form", "rule", "limits", "when",
        "optional", "count", "replacedBy", "satisfiedBy", "accompanies", "validity", "waivable",
        "clause", "note", "notes", "reviewer", "source", "privacy",
    ]

    private mutating func noteNames(_ mapping: YAMLMapping) throws(CatalogError) {
        let id = try mapping.required("id")
        guard !ids.contains(try id.words()) else {
            throw id.error(.wrongValue, "another material has this id already")
        }
        ids.append(try id.text())
        let title = try mapping.required("title")
        // Both are names of folders.
        for name in [id, title] where try name.words().contains("/") {
            throw name.error(.wrongValue, "a slash cannot stand in the name of a folder")
        }
        guard titles.insert(try title.text()).inserted else {
            throw title.error(.wrongValue, "another material has this title already")
        }
    }

    /// A material; what has a noted fault is left as it would be without it.
    private func material(_ mapping: YAMLMapping) throws(CatalogError) -> MaterialRule {
        let id = try mapping.required("id")
        id.mark(.material(try id.text()))
        let isOptional = try mapping.optionalPart("optional") { (item) throws(CatalogError) in
            try item.flag()
        }
        let count = try mapping.value.attempt { () throws(CatalogError) in
            try countRule(mapping, isOptional: isOptional ?? false)
        }
        let rule = try mapping.value.attempt { () throws(CatalogError) in
            try filePictureRule(mapping)
        }
        var material = MaterialRule(
            id: try id.text(),
            title: try mapping.required("title").text(),
            count: count ?? CountRule([]),
            pictureRule: rule ?? pictureRule,
            clause: try mapping.part("clause", Clause.init(yaml:)) ?? .unread
        )
        material.isOptional = isOptional ?? false
        if let condition = try mapping.value.attempt({ () throws(CatalogError) in
            try who(mapping, material)
        }) {
            material.condition = condition
        }
        try readWords(of: &material, mapping)
        let troubles = id.log?.troubles
        try readLinks(of: &material, mapping)
        // What replaces it belongs to the question who needs it.
        if id.log?.troubles != troubles { id.log?.places[.materialCondition(material.id)] = nil }
        return material
    }

    /// Who must hand it in.
    private func who(
        _ mapping: YAMLMapping,
        _ material: MaterialRule
    ) throws(CatalogError) -> Condition {
        guard material.isOptional else {
            let item = try mapping.required("when")
            return try item.marking(.materialCondition(material.id)) {
                () throws(CatalogError) in
                try Condition(yaml: item, vocabulary: vocabulary)
            }
        }
        guard let stray = mapping.optional("when") else { return .always }
        throw stray.error(.unknownKey, "an optional material has no \"when\"")
    }

    private func countRule(
        _ mapping: YAMLMapping,
        isOptional: Bool
    ) throws(CatalogError) -> CountRule {
        if let item = mapping.optional("count") {
            return try CountRule(yaml: item, vocabulary: vocabulary)
        }
        guard isOptional else {
            throw mapping.value.error(.missingKey, "the key \"count\" is missing")
        }
        return CountRule([CountRule.Case(minimum: 1)])
    }

    private func filePictureRule(_ mapping: YAMLMapping) throws(CatalogError) -> PictureRule {
        let base = try mapping.optional("rule").map(namedRule) ?? pictureRule
        guard let item = mapping.optional("limits") else { return base }
        return try PictureRule(yaml: item, changing: base)
    }

    private func namedRule(_ value: YAMLValue) throws(CatalogError) -> PictureRule {
        guard case .photo = try value.word(of: RuleName.self) else { return pictureRule }
        guard let photoRule else {
            throw value.error(.wrongValue, "the area has no rule for photos")
        }
        return photoRule
    }

    private func readWords(
        of material: inout MaterialRule,
        _ mapping: YAMLMapping
    ) throws(CatalogError) {
        func words(_ key: String) throws(CatalogError) -> String? {
            try mapping.optionalPart(key) { (item) throws(CatalogError) in try item.words() }
        }
        func list(_ key: String) throws(CatalogError) -> [String] {
            try mapping.optionalPart(key) { (item) throws(CatalogError) in
                try item.each { (word) throws(CatalogError) in try word.words() }
            } ?? []
        }
        material.englishTitle = try words("en")
        material.concept = try words("concept") ?? material.concept
        material.category = try words("category")
        material.source = try words("source")
        material.oneOf = try list("oneOf")
        material.reviewerNotes = try list("reviewer")
        material.form =
            try mapping.optionalPart("form") { (item) throws(CatalogError) in
                try item.word(of: MaterialRule.PaperForm.self)
            } ?? .either
        material.privacy =
            try mapping.optionalPart("privacy") { (item) throws(CatalogError) in
                try item.word(of: MaterialPrivacy.self)
            } ?? material.privacy
        if let note = try words("note") { material.notes = [MaterialRule.Note(text: note)] }
        material.notes +=
            try mapping.optionalPart("notes") { (item) throws(CatalogError) in
                try item.each { (note) throws(CatalogError) in try self.note(note) }
            } ?? []
    }

    private func note(_ value: YAMLValue) throws(CatalogError) -> MaterialRule.Note {
        let mapping = try YAMLMapping(value, keys: ["when", "text"])
        return MaterialRule.Note(
            condition: try Condition(yaml: mapping.required("when"), vocabulary: vocabulary),
            text: try mapping.required("text").words()
        )
    }
}
