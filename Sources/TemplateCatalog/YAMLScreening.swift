/// A look at YAML before it is parsed: refuses what could make parsing run away.
///
/// Anchors and aliases can grow a small file without end, and each level of nesting costs the
/// parser a stack frame. Tags and directives are refused because nothing here needs them. This
/// follows the token rules of libyaml's scanner (its indentation stack and simple keys), so that a
/// `*` inside a text is told from an alias; the texts themselves are only skipped.
struct YAMLScreening {
    /// The deepest nesting that is taken.
    static let depthLimit = 32

    private let characters: [Unicode.Scalar]
    private let file: String
    private var index = 0
    private var line = 1
    private var column = 0
    private var indents: [Int] = []
    private var flowDepth = 0
    /// Where the token that may turn out to be a key began; block context only.
    private var possibleKey: (line: Int, column: Int)?

    private init(_ text: String, file: String) {
        characters = Array(text.unicodeScalars)
        self.file = file
    }

    /// Walks over a text once.
    ///
    /// - Parameters:
    ///   - text: The YAML.
    ///   - file: What to call it in an error.
    /// - Throws: `CatalogError` at the first thing that is not taken.
    static func check(_ text: String, file: String) throws(CatalogError) {
        var screening = Self(text, file: file)
        try screening.checkCharacters()
        while screening.skipToToken() { try screening.checkToken() }
    }
}

extension YAMLScreening {
    /// libyaml takes NEL, LS and PS for line breaks and refuses controls; here all are refused.
    private mutating func checkCharacters() throws(CatalogError) {
        for character in characters {
            switch character.value {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E: break
            case 0..<0xA0, 0x2028, 0x2029, 0xFEFF:
                throw refusal("a control character is not allowed")
            default: break
            }
            advance(over: character)
        }
        (index, line, column) = (0, 1, 0)
    }

    private mutating func checkToken() throws(CatalogError) {
        if flowDepth == 0 { closeBlocks(deeperThan: column) }
        let standsAlone = isBlank(at: index + 1)
        switch current {
        case "%" where column == 0: throw refusal("a directive (%) is not allowed")
        case "&", "*": throw refusal("an anchor (&) or alias (*) is not allowed; quote the text")
        case "!": throw refusal("a tag (!) is not allowed; quote the text")
        case "[", "{":
            noteKey()
            flowDepth += 1
            try checkDepth()
            advance()
        case "]", "}":
            flowDepth = max(0, flowDepth - 1)
            advance()
        case ",": advance()
        case "-" where isDocumentMark, "." where isDocumentMark:
            closeBlocks(deeperThan: -1)
            for _ in 0..<3 { advance() }
        case "-" where standsAlone, "?" where standsAlone || flowDepth > 0:
            try openBlock(at: column)
            advance()
        case ":" where standsAlone || flowDepth > 0:
            try openBlock(at: keyColumn ?? column)
            advance()
        case "|" where flowDepth == 0, ">" where flowDepth == 0: skipBlockScalar()
        case "'", "\"":
            noteKey()
            skipQuoted(current)
        default:
            noteKey()
            skipPlain()
        }
    }

    private mutating func noteKey() {
        if flowDepth == 0 { possibleKey = (line, column) }
    }

    /// Where the key began that a colon in this place follows; a key lies within one line.
    private var keyColumn: Int? {
        possibleKey.flatMap { $0.line == line ? $0.column : nil }
    }

    private mutating func openBlock(at column: Int) throws(CatalogError) {
        guard flowDepth == 0 else { return }
        possibleKey = nil
        guard (indents.last ?? -1) < column else { return }
        indents.append(column)
        try checkDepth()
    }

    private mutating func closeBlocks(deeperThan column: Int) {
        while let last = indents.last, last > column { indents.removeLast() }
    }

    private func checkDepth() throws(CatalogError) {
        guard indents.count + flowDepth <= Self.depthLimit else {
            throw refusal("nesting deeper than \(Self.depthLimit) levels is not allowed")
        }
    }

    private func refusal(_ message: CatalogMessage) -> CatalogError {
        CatalogError(
            .forbidden,
            file: file,
            place: SourcePlace(line: line, column: column + 1),
            message: message
        )
    }
}

// MARK: - Skipping texts

extension YAMLScreening {
    /// Skips white space and comments; false at the end of the text.
    private mutating func skipToToken() -> Bool {
        while let character = peek(index) {
            switch character {
            case " ", "\t", "\n", "\r": advance()
            case "#": skipLine()
            default: return true
            }
        }
        return false
    }

    private mutating func skipLine() {
        while let character = peek(index), !Self.isBreak(character) { advance() }
    }

    private mutating func skipQuoted(_ quote: Unicode.Scalar) {
        advance()
        while let character = peek(index) {
            if character == "\\", quote == "\"" {
                advance()
            } else if character == quote {
                guard quote == "'", peek(index + 1) == "'" else {
                    advance()
                    return
                }
                advance()
            }
            advance()
        }
    }

    private mutating func skipPlain() {
        let indent = (indents.last ?? -1) + 1
        repeat {
            while !isBlank(at: index), !endsPlain { advance() }
            guard isBlank(at: index) else { return }
            while let character = peek(index), isBlank(at: index) { advance(over: character) }
            if flowDepth == 0, column < indent { return }
        } while peek(index) != nil && current != "#" && !isDocumentMark && !endsPlain
    }

    private var endsPlain: Bool {
        switch current {
        case ":": isBlank(at: index + 1) || (flowDepth > 0 && isFlowMark(at: index + 1))
        case ",", "[", "]", "{", "}": flowDepth > 0
        default: false
        }
    }

    private mutating func skipBlockScalar() {
        possibleKey = nil
        advance()
        var explicit = 0
        while let character = peek(index), !Self.isBreak(character), character != "#" {
            if let digit = character.properties.numericType == .decimal
                ? Int(character.value) - 48 : nil
            {
                explicit = digit
            }
            advance()
        }
        skipLine()
        skipBreak()
        let parent = indents.last ?? -1
        var indent = explicit > 0 ? max(parent, 0) + explicit : 0
        skipIndentation(&indent, parent: parent)
        while column == indent, peek(index) != nil {
            skipLine()
            skipBreak()
            skipIndentation(&indent, parent: parent)
        }
    }

    /// Skips empty lines and leading spaces; an indent of 0 is found from the first text.
    private mutating func skipIndentation(_ indent: inout Int, parent: Int) {
        var widest = 0
        repeat {
            while indent == 0 || column < indent, peek(index) == " " { advance() }
            widest = max(widest, column)
        } while skipBreak()
        if indent == 0 { indent = max(widest, parent + 1, 1) }
    }

    @discardableResult
    private mutating func skipBreak() -> Bool {
        guard let character = peek(index), Self.isBreak(character) else { return false }
        advance()
        if character == "\r", peek(index) == "\n" { advance() }
        return true
    }
}

// MARK: - Characters

extension YAMLScreening {
    private var current: Unicode.Scalar { peek(index) ?? "\n" }

    private var isDocumentMark: Bool {
        guard column == 0, current == "-" || current == "." else { return false }
        return peek(index + 1) == current && peek(index + 2) == current && isBlank(at: index + 3)
    }

    private func peek(_ index: Int) -> Unicode.Scalar? {
        characters.indices.contains(index) ? characters[index] : nil
    }

    private func isBlank(at index: Int) -> Bool {
        guard let character = peek(index) else { return true }
        return character == " " || character == "\t" || Self.isBreak(character)
    }

    private func isFlowMark(at index: Int) -> Bool {
        guard let character = peek(index) else { return false }
        return ",?[]{}".unicodeScalars.contains(character)
    }

    private static func isBreak(_ character: Unicode.Scalar) -> Bool {
        character == "\n" || character == "\r"
    }

    private mutating func advance() { advance(over: current) }

    /// The second half of CR LF belongs to the break that CR began, so it starts no line of its own.
    private mutating func advance(over character: Unicode.Scalar) {
        let endsPair = character == "\n" && index > 0 && characters[index - 1] == "\r"
        index += 1
        guard Self.isBreak(character) else {
            column += 1
            return
        }
        if !endsPair { line += 1 }
        column = 0
    }
}
