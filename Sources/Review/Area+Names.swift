extension Area {
    /// The materials that a folder of this name may mean, in the area's order.
    ///
    /// Ids, titles, the documents of `oneOf` and the manual's heading are known; book title marks,
    /// quotation marks and white space do not matter. A heading may stand over several materials.
    public func materials(named name: String) -> [MaterialRule] {
        // Nearly every folder bears the plain id or title: folding all names is for the others.
        if let same = materials.first(where: { $0.id == name || $0.title == name }) {
            return [same]
        }
        let wanted = Self.folded(name)
        let exact = materials.filter { Self.folded($0.title) == wanted }
        guard exact.isEmpty else { return exact }
        return materials.filter { rule in
            (rule.oneOf + [rule.category].compactMap(\.self)).contains { Self.folded($0) == wanted }
        }
    }

    private static func folded(_ name: String) -> String {
        String(
            name.compactMap { character -> Character? in
                switch character {
                case "《", "》", "“", "”", "\"": nil
                case "（": "("
                case "）": ")"
                default: character.isWhitespace ? nil : character
                }
            }
        )
    }
}

extension [Requirement] {
    /// The material that a folder of this name means, preferring one that is required.
    public func material(named name: String, in area: Area) -> MaterialRule? {
        let candidates = area.materials(named: name)
        guard candidates.count > 1 else { return candidates.first }
        let required = candidates.first { candidate in
            contains { $0.material.id == candidate.id && $0.isRequired }
        }
        return required ?? candidates.first
    }
}
