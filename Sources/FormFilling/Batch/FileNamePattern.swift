public import FormLayout

/// How the files of a batch are named: `{form}-{row:5}.pdf`.
///
/// The pattern chosen unless told otherwise names nobody: a file's name is seen by all who see its folder.
public struct FileNamePattern: Hashable, Sendable {
    /// A part of a name.
    private enum Part: Hashable {
        case words(String)
        case row(digits: Int)
        case form
        case field(String)
    }

    /// The most bytes that an answer may take in a name.
    public static let answerBytes = 100
    /// The most bytes of a name; file systems take 255, and unpackers add to them.
    private static let nameBytes = 240

    private let parts: [Part]

    /// The pattern that names nobody.
    public static let nameless = Self(parts: [
        .form, .words("-"), .row(digits: 5), .words(".pdf"),
    ])

    private init(parts: [Part]) { self.parts = parts }

    /// Reads a pattern with the gaps `{row}`, `{row:5}` (with zeros in front), `{form}` and ids of fields.
    ///
    /// - Throws: `FormDataError` if a gap names nothing that can be in a name.
    public init(_ text: String, template: FormTemplate) throws(FormDataError) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}"),
                let gap = Self.gap(rest[rest.index(after: open)..<close], template)
            else { throw FormDataError(FormDataFault(.fileName)) }
            parts += [.words(String(rest[..<open])), gap]
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.words(String(rest)))
        self.parts = parts
        guard !text.isEmpty, !text.contains("/") else {
            throw FormDataError(FormDataFault(.fileName))
        }
    }

    /// The name for a record.
    public func name(row: Int, form: String, answers: FormAnswers) -> String {
        var name = parts.map { part in
            switch part {
            case .words(let words): Self.clean(words)
            case .row(let digits): Self.padded(row, digits)
            case .form: Self.clean(form)
            case .field(let id): Self.answer(answers[id])
            }
        }.joined()
        while name.first == "." || name.first == " " { name.removeFirst() }
        return name.isEmpty ? "_" : Self.shortened(name)
    }

    private static func gap(_ text: Substring, _ template: FormTemplate) -> Part? {
        if text == "form" { return .form }
        if text == "row" { return .row(digits: 1) }
        if text.hasPrefix("row:") {
            guard let digits = Int(text.dropFirst(4)), (1...9).contains(digits) else { return nil }
            return .row(digits: digits)
        }
        guard let field = template.field(String(text)), field.columns == nil else { return nil }
        return .field(field.id)
    }

    private static func padded(_ row: Int, _ digits: Int) -> String {
        let text = String(row)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    private static func answer(_ answer: FormAnswer?) -> String {
        let text: String
        switch answer {
        case .text(let words)?: text = words
        case .texts(let words)?: text = words.joined(separator: "、")
        case .rows?, nil: text = ""
        }
        let cleaned = prefix(of: clean(text), bytes: answerBytes)
        return cleaned.isEmpty ? "_" : cleaned
    }

    /// Takes out what some file system refuses, or what would make a name say something else.
    private static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
            // Joiners make one character of several, which keeps its looks.
            case .format where !(0x200C...0x200D).contains(scalar.value): break
            default: scalars.append("/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar)
            }
        }
        return String(scalars)
    }

    /// The name within the bytes that file systems take, with its extension.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > nameBytes else { return name }
        guard let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 10 else {
            return prefix(of: name, bytes: nameBytes)
        }
        let end = name[dot...]
        return prefix(of: String(name[..<dot]), bytes: nameBytes - end.utf8.count) + end
    }

    private static func prefix(of text: String, bytes: Int) -> String {
        var kept = ""
        var count = 0
        for character in text {
            count += character.utf8.count
            guard count <= bytes else { break }
            kept.append(character)
        }
        return kept
    }
}
