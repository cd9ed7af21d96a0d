/// Breaks text into lines no wider than a measure.
///
/// Chinese may break between any two characters, except that closing marks never start a line and opening
/// marks never end one; Latin words and numbers stay whole unless one alone is wider than the measure.
/// Joining the lines gives the text back, spaces at the breaks included.
public struct LineBreaking {
    private let measure: any TextMeasuring
    private let style: TextStyle
    private let width: Double

    private static let neverFirst = Set("，。、；：？！．）》」』】〉”’…·–—～%％,.;:?!)]}〕〗］｝")
    private static let neverLast = Set("（《「『【〈“‘([{〔〖［｛")

    /// Prepares to break text of one style at a width in millimetres.
    public init(_ measure: any TextMeasuring, style: TextStyle, width: Double) {
        self.measure = measure
        self.style = style
        self.width = width
    }

    /// The lines of a text; line feeds in it force a break and belong to no line.
    public func lines(of text: String) -> [String] {
        // Swift sees CR LF as one character.
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            .flatMap { paragraph(String($0)) }
    }

    private func paragraph(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            if line.isEmpty || fits(line + piece) {
                line += piece
            } else {
                lines.append(line)
                line = piece
            }
            while !fits(line), line.count > 1 {
                let head = longestPrefix(of: line)
                lines.append(head)
                line.removeFirst(head.count)
            }
        }
        lines.append(line)
        return lines
    }

    private func fits(_ text: String) -> Bool {
        var trimmed = Substring(text)
        while trimmed.last == " " { trimmed.removeLast() }
        return measure.width(of: String(trimmed), in: style) <= width + 1e-6
    }

    /// The longest head that fits and leaves no mark where none may stand, if there is one.
    private func longestPrefix(of line: String) -> String {
        var head = ""
        var best = ""
        for character in line {
            if let last = head.last, mayCut(between: last, and: character) { best = head }
            guard head.isEmpty || fits(head + String(character)) else { break }
            head.append(character)
        }
        return best.isEmpty ? head : best
    }

    /// Cuts the text into pieces between which a line may break.
    private func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        for character in text {
            if let last = pieces.last?.last, !mayBreak(between: last, and: character) {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
        return pieces
    }

    private func mayBreak(between left: Character, and right: Character) -> Bool {
        mayCut(between: left, and: right)
            && (left == " " || !(Self.isLatin(left) && Self.isLatin(right)))
    }

    private func mayCut(between left: Character, and right: Character) -> Bool {
        right != " " && !Self.neverFirst.contains(right) && !Self.neverLast.contains(left)
    }

    private static func isLatin(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.value < 0x2E80 } && character != " "
    }
}
