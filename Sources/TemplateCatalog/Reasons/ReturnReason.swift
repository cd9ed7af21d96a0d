public import Review

/// A reason for which an office asks for another picture, or for more.
public struct ReturnReason: Hashable, Sendable {
    /// What can be asked for.
    public enum Asks: String, Hashable, Sendable, CaseIterable {
        /// One picture, to be replaced.
        case picture
        /// The whole material: pages may be added, replaced and taken out.
        case material
        /// One picture or the whole material.
        case either
    }

    /// The word that logs bear.
    public let code: String
    /// What people read.
    public let wording: ReasonWording
    /// What can be asked for.
    public let asks: Asks
    /// Whether the reviewer must add words of their own.
    public let needsNote: Bool
    private let scope: ReasonScope

    /// Whether it can be given for a material of an area.
    public func concerns(_ material: MaterialRule, in area: Area) -> Bool {
        scope.holds(material, in: area)
    }

    init(_ value: YAMLValue, areas: [Area]?) throws(CatalogError) {
        let mapping = try YAMLMapping(
            value,
            keys: ["code", "name", "concerns", "asks", "note", "zh", "en", "mend"]
        )
        code = try mapping.required("code").reasonCode()
        _ = try mapping.required("mend")
        wording = try ReasonWording(mapping)
        scope = try ReasonScope(mapping.required("concerns"), areas: areas)
        asks = try mapping.required("asks").word(of: Asks.self)
        needsNote = try mapping.needsNote()
    }
}
