import Registration
public import Review

extension Area {
    /// Reads an area's file.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: What to call it in an error.
    /// - Throws: `CatalogError` with line and column at the first fault.
    public init(bytes: [UInt8], file: String) throws(CatalogError) {
        let mapping = try YAMLMapping(YAMLDocument.parse(bytes, file: file), keys: Self.keys)
        try mapping.requireFormat(1)
        let name = try YAMLMapping(mapping.required("name"), keys: ["zh", "en"])
        self.init(
            id: try mapping.required("area").words(),
            name: try name.required("zh").words(),
            englishName: try name.required("en").words(),
            region: try mapping.required("region").words(),
            year: try mapping.required("year").integer(in: 1999...2999),
            manual: try mapping.required("manual").words(),
            pictureRule: try PictureRule(yaml: mapping.required("pictures")),
            photoRule: try PictureRule(yaml: mapping.required("photo")),
            lockScope: try mapping.required("lockScope").word(of: LockScope.self)
        )
        vocabulary = try ProfileKey.vocabulary(yaml: mapping.required("profile"))
        citizenNumberKinds = try mapping.optional("citizenNumber").map(kinds) ?? []
        advice = try mapping.optional("advice").map(adviceList) ?? []
        var decoder = MaterialDecoder(
            vocabulary: vocabulary,
            pictureRule: pictureRule,
            photoRule: photoRule
        )
        materials = try decoder.materials(yaml: mapping.required("materials"))
    }

    private static let keys = [
        "format", "area", "name", "region", "year", "manual", "lockScope", "citizenNumber",
        "pictures", "photo", "advice", "profile", "materials",
    ]

    private func kinds(_ value: YAMLValue) throws(CatalogError) -> [String] {
        var known: [String] = []
        if case .choice(let values)? = profileKey("idKind")?.kind { known = values }
        return try value.list().map { (item) throws(CatalogError) in
            guard known.contains(try item.text()) else {
                throw item.error(.wrongValue, "this is no value of idKind")
            }
            return try item.text()
        }
    }

    private func adviceList(_ value: YAMLValue) throws(CatalogError) -> [Advice] {
        try value.list().map { (item) throws(CatalogError) in
            let mapping = try YAMLMapping(item, keys: ["text", "when", "clause"])
            return Advice(
                condition: try Condition(yaml: mapping.required("when"), vocabulary: vocabulary),
                text: try mapping.required("text").words(),
                clause: try Clause(yaml: mapping.required("clause"))
            )
        }
    }
}

extension YAMLMapping {
    /// Refuses a file that is written for another version of the format.
    func requireFormat(_ version: Int) throws(CatalogError) {
        let format = try required("format")
        guard try format.integer() == version else {
            throw format.error(.wrongValue, "only format \(version) can be read")
        }
    }
}
