/// A gap in a finding's sentence, written in braces.
enum Placeholder: String, CaseIterable {
    case material
    case picture
    case measured
    case limit

    /// A part of a sentence.
    enum Piece: Equatable {
        case text(String)
        case placeholder(Placeholder)
    }

    /// A sentence cut at its gaps; braces around anything else stay text.
    static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            guard let placeholder = Placeholder(rawValue: String(name)) else {
                pieces.append(.text(String(rest[...open])))
                rest = rest[rest.index(after: open)...]
                continue
            }
            pieces.append(.text(String(rest[..<open])))
            pieces.append(.placeholder(placeholder))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + [.text(String(rest))]
    }

    /// The first name in braces that is no placeholder.
    static func firstUnknown(in text: String) -> String? {
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let name = part.prefix { $0 != "}" }
            if Placeholder(rawValue: String(name)) == nil { return String(name) }
        }
        return nil
    }
}
