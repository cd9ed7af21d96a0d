import Review

/// The materials that a reason can be given for.
struct ReasonScope: Hashable, Sendable {
    /// Whether it can be given for all.
    let isUnbound: Bool
    let concepts: Set<String>
    let materials: Set<String>
    let traits: Set<MaterialTrait>

    /// Reads `all`, or `{ concepts, materials, traits }`.
    ///
    /// - Parameters:
    ///   - value: What stands in the file.
    ///   - areas: The areas of which one must have what is named; nil takes any name.
    /// - Throws: `CatalogError` at the first fault.
    init(_ value: YAMLValue, areas: [Area]?) throws(CatalogError) {
        if value.isScalar {
            guard try value.text() == "all" else {
                throw value.error(
                    .wrongValue,
                    "all, or concepts, materials and traits are expected"
                )
            }
            (isUnbound, concepts, materials, traits) = (true, [], [], [])
            return
        }
        let mapping = try YAMLMapping(value, keys: ["concepts", "materials", "traits"])
        let known = areas?.flatMap(\.materials)
        isUnbound = false
        concepts = try Self.names(
            mapping.optional("concepts"),
            known.map { Set($0.map(\.concept)) },
            "no area has a material that proves this"
        )
        materials = try Self.names(
            mapping.optional("materials"),
            known.map { Set($0.map(\.id)) },
            "no area has a material of this id"
        )
        traits = Set(
            try mapping.optional("traits")?.list().map { (item) throws(CatalogError) in
                try item.word(of: MaterialTrait.self)
            } ?? []
        )
        guard !concepts.isEmpty || !materials.isEmpty || !traits.isEmpty else {
            throw value.error(.wrongValue, "this must not be empty")
        }
    }

    /// Whether the reason can be given for a material.
    func holds(_ material: MaterialRule, in area: Area) -> Bool {
        isUnbound || concepts.contains(material.concept) || materials.contains(material.id)
            || traits.contains { $0.isOf(material, in: area) }
    }

    private static func names(
        _ list: YAMLValue?,
        _ known: Set<String>?,
        _ message: CatalogMessage
    ) throws(CatalogError) -> Set<String> {
        var names: Set<String> = []
        for item in try list?.list() ?? [] {
            let name = try item.words()
            guard known?.contains(name) ?? true else { throw item.error(.wrongValue, message) }
            names.insert(name)
        }
        return names
    }
}
