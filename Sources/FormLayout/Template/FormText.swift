/// A paragraph with gaps.
public struct FormText: Hashable, Sendable {
    /// A part of a paragraph.
    public enum Part: Hashable, Sendable {
        /// Words.
        case words(String)
        /// The answer to a field, by its id.
        case field(String)
        /// A line to write on, so many millimetres long.
        case rule(Double)
        /// Room for year, month and day, to be written by hand.
        case date
    }

    /// Where lines stand.
    public enum Alignment: String, Hashable, Sendable, CaseIterable {
        /// Even on the left.
        case left
        /// Even on both sides.
        case justified
        /// In the middle.
        case centre
        /// Even on the right.
        case right
    }

    /// How it looks.
    public enum Look: String, Hashable, Sendable, CaseIterable {
        /// As running text.
        case body
        /// As a heading within the form.
        case heading
        /// As the text of a letter, where the words are the form.
        case letter
        /// Small, as notes.
        case small
        /// As a heading that is none: a number, a kicker.
        case strong
        /// As a label.
        case label
        /// As the title of the page, which it then is.
        case title
    }

    /// The parts.
    public var parts: [Part]
    /// Where the lines stand.
    public var alignment: Alignment
    /// How far the first line is set in, in ems.
    public var indent: Double
    /// How it looks.
    public var look: Look
    /// The type size in points; nil for that of the look.
    public var size: Double?
    /// The colour; nil for that of the look.
    public var colour: FormColour?
    /// Space added after each character, in millimetres.
    public var tracking: Double
    /// How long the lines at its left and right are, in millimetres, if it is one line in the middle; nil
    /// for none.
    public var flank: Double?
    /// What must be answered for it to be shown.
    public var condition: FormCondition

    /// States a paragraph.
    public init(
        _ parts: [Part],
        alignment: Alignment = .justified,
        indent: Double = 0,
        look: Look = .body,
        size: Double? = nil,
        colour: FormColour? = nil,
        tracking: Double = 0,
        flank: Double? = nil,
        condition: FormCondition = FormCondition()
    ) {
        self.parts = parts
        self.alignment = alignment
        self.indent = indent
        self.look = look
        self.size = size
        self.colour = colour
        self.tracking = tracking
        self.flank = flank
        self.condition = condition
    }

    /// Whether there are any fields in it.
    var hasFields: Bool {
        parts.contains { if case .field = $0 { true } else { false } }
    }

    /// The ids of the fields in it.
    public var fields: [String] {
        parts.compactMap { if case .field(let id) = $0 { id } else { nil } }
    }
}

extension FormText {
    /// What is wrong with a text.
    public enum Fault: Error, Hashable, Sendable {
        /// A brace is not closed, or closed without being open.
        case brace
        /// A gap names nothing that can be.
        case gap(String)
    }

    /// Reads words with gaps: `{id}` a field, `{line 30}` a line of 30 mm, `{date}` room for a date.
    ///
    /// A brace that is meant is written twice, `{{` or `}}`.
    public static func parts(of text: String) throws(Fault) -> [Part] {
        var parts: [Part] = []
        var words = ""
        var rest = Substring(text)
        while let character = rest.popFirst() {
            if character == "{" || character == "}", rest.first == character {
                rest.removeFirst()
                words.append(character)
            } else if character == "{" {
                guard let end = rest.firstIndex(of: "}") else { throw .brace }
                if !words.isEmpty { parts.append(.words(words)) }
                words = ""
                parts.append(try gap(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            } else if character == "}" {
                throw .brace
            } else {
                words.append(character)
            }
        }
        if !words.isEmpty { parts.append(.words(words)) }
        return parts
    }

    private static func gap(_ text: String) throws(Fault) -> Part {
        if text == "date" { return .date }
        let pieces = text.split(separator: " ", omittingEmptySubsequences: false)
        if pieces.count == 2, pieces[0] == "line", let width = Double(pieces[1]),
            (1...180).contains(width)
        {
            return .rule(width)
        }
        guard isID(text) else { throw .gap(text) }
        return .field(text)
    }

    /// Whether a text can be the id of a field: a Latin letter, then letters and digits.
    public static func isID(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic
        else { return false }
        return text != "line" && text != "date"
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
            }
    }
}
