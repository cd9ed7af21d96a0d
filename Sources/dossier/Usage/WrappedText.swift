/// Text in lines of a terminal, where a Chinese character takes two places and may end a line.
struct WrappedText {
    private let width: Int

    init(width: Int) { self.width = max(20, width) }

    /// The lines of a text; its own ends of lines stay.
    func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap(wrapped)
    }

    /// Two columns: labels, and what they stand for; a long label stands on a line of its own.
    func rows(_ rows: [(label: String, text: String)], column: Int) -> [String] {
        let body = WrappedText(width: width - column)
        let gap = String(repeating: " ", count: column)
        return rows.flatMap { row -> [String] in
            var lines = row.text.isEmpty ? [""] : body.lines(row.text)
            let label = "  " + row.label
            let room = column - TextTable.width(of: label)
            guard room > 0 else { return [label] + lines.map { gap + $0 } }
            lines[0] = label + String(repeating: " ", count: room) + lines[0]
            return lines[..<1] + lines[1...].map { gap + $0 }
        }
    }

    private func wrapped(_ paragraph: Substring) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in Self.pieces(of: paragraph) {
            let word = piece.last == " " ? piece.dropLast() : piece[...]
            if !line.isEmpty, TextTable.width(of: line + word) > width {
                lines.append(line.last == " " ? String(line.dropLast()) : line)
                line = ""
            }
            line += piece
        }
        return lines + [line]
    }

    /// What no line may end within: a word with its space, a character with the mark that follows it.
    private static func pieces(of paragraph: Substring) -> [String] {
        var pieces: [String] = []
        var previous: Character?
        for character in paragraph {
            if let previous, !mayBreak(between: previous, and: character) {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
            previous = character
        }
        return pieces
    }

    private static func mayBreak(between left: Character, and right: Character) -> Bool {
        if right == " " || closing.contains(right) || opening.contains(left) { return false }
        return left == " " || isWide(left) || isWide(right)
    }

    private static func isWide(_ character: Character) -> Bool {
        TextTable.width(of: String(character)) > 1
    }

    private static let closing: Set<Character> = [
        "，", "。", "；", "：", "、", "？", "！", "）", "”", "》", "…", ",", ".", ";", ":", ")",
    ]
    private static let opening: Set<Character> = ["（", "“", "《", "("]
}
