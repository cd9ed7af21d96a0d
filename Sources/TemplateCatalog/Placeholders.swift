/// Fills the gaps of a text, written in braces.
enum Placeholders {
    /// Fills in one pass, so that a value that looks like a gap stays what it is; unknown gaps stay.
    static func fill(_ text: String, with values: [String: String]) -> String {
        guard !values.isEmpty else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            filled += rest[..<open]
            filled += values[name] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
