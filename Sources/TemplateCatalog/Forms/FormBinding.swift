import FormLayout

/// The key of the candidate's file that answers a field.
enum FormBinding {
    private static let words = ["name", "idKind", "idNumber", "sex", "born", "area", "year"]
    private static let prefixes = ["profile", "forms", "unit"]

    static func read(_ value: YAMLValue, isPerSheet: Bool) throws(CatalogError) -> String {
        let path = try value.words()
        if words.contains(path) { return path }
        let pieces = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard pieces.count == 2, prefixes.contains(pieces[0]), FormText.isID(pieces[1]) else {
            throw value.error(.wrongValue, "nothing is known by this name" + hint(for: pieces))
        }
        guard pieces[0] != "unit" || isPerSheet else {
            throw value.error(
                .wrongValue,
                "\"unit\" needs \"sheetPer\": it is the item that a sheet is for"
            )
        }
        return path
    }

    private static func hint(for pieces: [String]) -> CatalogMessage {
        let meant =
            pieces.count == 2 && FormText.isID(pieces[1])
            ? Spelling.nearest(to: pieces[0], among: prefixes).map { "\($0).\(pieces[1])" }
            : Spelling.nearest(to: pieces[0], among: words)
        if let meant { return "; did you mean \"\(meant)\"?" }
        let known = words + prefixes.map { $0 + ".KEY" }
        return "; known here: \(known.joined(separator: ", "))"
    }
}
