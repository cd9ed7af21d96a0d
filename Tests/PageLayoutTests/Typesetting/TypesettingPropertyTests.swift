import PageLayout
import Testing

/// Texts made at random, and what CLREQ says of them told a second time, for characters alone.
struct TypesettingPropertyTests {
    private static let closing = Set("）》〉」』】〕”")
    private static let pauses = Set("，、；：。？！")
    private static let opening = Set("（《〈「『【〔“‘")
    private static let neverFirst = closing.union(pauses).union("·…—％‰℃")
    private static let neverLast = opening.union("￥№")

    private static let words = [
        "甲", "乙丙", "医师资格", "考试报名材料", "𠮷", "葛\u{E0100}", "\u{E001}", "Swift", "a",
        "2026-02-05", "12.5 mg", "GB/T 9705", "30kb", "50％", "37℃", "￥500", "№ 3", "——", "……",
        "约翰·史密斯", " ", " ", "ab cd", "\u{A0}", "é", "👩‍⚕️", "①",
    ]
    private static let dashes: Set = ["——", "……"]
    private static let openings = ["", "", "", "（", "“", "《", "（《"]
    private static let closings = ["", "", "，", "。", "、", "）", "”，", "）。", "》", "：", "？"]

    /// Words, each with marks around it as a writer would set them.
    private static func sentence(_ random: inout SeededGenerator) -> String {
        someWords(Int.random(in: 0...30, using: &random), &random).map { word in
            (openings.randomElement(using: &random) ?? "") + word
                + (closings.randomElement(using: &random) ?? "")
        }.joined()
    }

    /// Words at random, but no dash or ellipsis after another: with marks, they make no place to break.
    private static func someWords(_ count: Int, _ random: inout SeededGenerator) -> [String] {
        var chosen: [String] = []
        for _ in 0..<count {
            let word = words.randomElement(using: &random) ?? ""
            let isSecondDash = Self.dashes.contains(word) && Self.dashes.contains(chosen.last ?? "")
            chosen.append(isSecondDash ? "甲" : word)
        }
        return chosen
    }

    /// Any characters in any order, line feeds too.
    private static func jumble(_ random: inout SeededGenerator) -> String {
        let alphabet = Array(
            "甲乙丙丁𠮷葛，。、；：？！（）《》“”‘…—·～／％℃￥№abXY019 .,()-/[]@\"'\u{301}\u{A0}　\n👩‍⚕️é①"
        )
        return String(
            (0..<Int.random(in: 0...60, using: &random))
                .compactMap { _ in alphabet.randomElement(using: &random) }
        )
    }

    private static let alignments: [Paragraph.Alignment] = [
        .start, .justified, .centre, .end, .distributed,
    ]

    private static func paragraph(
        _ text: String,
        least: Int,
        _ random: inout SeededGenerator
    ) -> Paragraph {
        Paragraph(
            text,
            HalfWidthLatin.style,
            width: Double(Int.random(in: least * 8...30 * 8, using: &random)) / 8,
            alignment: alignments.randomElement(using: &random) ?? .start,
            indent: Double(Int.random(in: 0...1, using: &random) * 2)
        )
    }

    /// Where the ink of each character of a line lies: marks fill half of their em.
    private static func ink(_ line: SetParagraph.Line) -> [(character: Character, Range<Double>)] {
        line.pieces.flatMap { piece in
            var x = piece.x
            return piece.text.map { character in
                let width = HalfWidthLatin().width(of: String(character), in: HalfWidthLatin.style)
                defer { x += width + piece.style.tracking }
                if closing.contains(character) || pauses.contains(character) {
                    return (character, x..<x + 0.5)
                }
                if opening.contains(character) { return (character, x + 0.5..<x + 1) }
                if character == "·" { return (character, x + 0.25..<x + 0.75) }
                return (character, x..<x + width)
            }
        }
    }

    private static func seen(_ line: SetParagraph.Line) -> [(character: Character, Range<Double>)] {
        Array(ink(line).reversed().drop { $0.character == " " }.reversed())
    }

    @Test func `Lines joined give the text back, and the same text gives the same lines`() {
        var random = SeededGenerator(seed: 1)
        for index in 0..<2_500 {
            let text = index % 2 == 0 ? Self.sentence(&random) : Self.jumble(&random)
            let paragraph = Self.paragraph(text, least: 1, &random)
            let set = paragraph.set(HalfWidthLatin())
            let joined = set.lines.map(\.text).joined()
            #expect(joined.unicodeScalars.elementsEqual(text.unicodeScalars), "\(paragraph)")
            #expect(set.lines.dropLast().allSatisfy { !$0.text.isEmpty }, "\(paragraph)")
            #expect(paragraph.set(HalfWidthLatin()) == set)
        }
    }

    @Test func `No line is wider than the measure, and no ink lies on other ink`() {
        var random = SeededGenerator(seed: 2)
        for index in 0..<2_500 {
            let text = index % 2 == 0 ? Self.sentence(&random) : Self.jumble(&random)
            let paragraph = Self.paragraph(text, least: 3, &random)
            for line in paragraph.set(HalfWidthLatin()).lines {
                let seen = Self.seen(line)
                guard seen.count > 1, !["——", "……"].contains(String(seen.map(\.character))) else {
                    continue
                }
                #expect((seen.first?.1.lowerBound ?? 0) >= -1e-9, "\(paragraph)")
                let right = seen.last?.1.upperBound ?? 0
                #expect(right <= paragraph.width + 1e-9, "\(line.text) of \(paragraph)")
                for (left, right) in zip(seen, seen.dropFirst())
                where left.character != " " && left.character != "\u{A0}" {
                    #expect(
                        left.1.upperBound <= right.1.lowerBound + 1e-9,
                        "\(left) \(right) in \(line.text) of \(paragraph)"
                    )
                }
            }
        }
    }

    @Test func `No line of a sentence starts or ends with the wrong mark`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_500 {
            let paragraph = Self.paragraph(Self.sentence(&random), least: 12, &random)
            let lines = paragraph.set(HalfWidthLatin()).lines.map { Self.seen($0).map(\.character) }
            for (above, line) in zip(lines, lines.dropFirst()) {
                guard let last = above.last, let first = line.first else { continue }
                // Several dashes or ellipses may be divided.
                let dividesDashes = "—…".contains(first) && last == first
                #expect(!Self.neverFirst.contains(first) || dividesDashes, "\(lines)")
                #expect(!Self.neverLast.contains(last), "\(lines)")
            }
        }
    }

    @Test func `Western words, numbers and dashes stay whole`() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<2_500 {
            let words = Self.someWords(20, &random)
            let whole = Set(words.filter { $0.count > 1 && $0.first?.isASCII == true })
                .subtracting(["ab cd"]).union(["——", "……"])
            let text = words.joined(separator: "，")
            let paragraph = Self.paragraph(text, least: 12, &random)
            let set = paragraph.set(HalfWidthLatin())
            for word in whole {
                let count = set.lines.reduce(0) { $0 + $1.text.split(word).count }
                #expect(count == text.split(word).count, "\(word) in \(set.lines.map(\.text))")
            }
        }
    }

    @Test(arguments: [Paragraph.Alignment.justified, .distributed])
    func `Even lines are exactly as wide as the measure`(alignment: Paragraph.Alignment) {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2_500 {
            var paragraph = Self.paragraph(Self.sentence(&random), least: 12, &random)
            paragraph.alignment = alignment
            let lines = paragraph.set(HalfWidthLatin()).lines
            for (index, line) in lines.enumerated() {
                let seen = Self.seen(line)
                let isLast = index == lines.count - 1
                guard !(isLast && alignment == .justified),
                    seen.contains(where: { "甲乙丙丁医师资格考试报名材料".contains($0.character) }),
                    seen.count > 1
                else { continue }
                let indent = index == 0 ? paragraph.indent : 0
                #expect(abs((seen.first?.1.lowerBound ?? 0) - indent) < 1e-9, "\(line)")
                #expect(abs((seen.last?.1.upperBound ?? 0) - paragraph.width) < 1e-9, "\(line)")
                #expect(abs(line.width + indent - paragraph.width) < 1e-9)
            }
        }
    }

    @Test func `The rest of a split is set as it was in the whole`() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<1_000 {
            let paragraph = Self.paragraph(Self.sentence(&random), least: 12, &random)
            let set = paragraph.set(HalfWidthLatin())
            let room = Double(Int.random(in: 0...6, using: &random)) * 1.5
            guard let (head, rest) = set.split(atHeight: room) else { continue }
            #expect(head.height <= room + 1e-9)
            let lines = head.lines + rest.set(HalfWidthLatin()).lines
            #expect(lines.map(\.text) == set.lines.map(\.text), "\(paragraph)")
            for (line, other) in zip(lines, set.lines) {
                #expect(line.pieces.map(\.text) == other.pieces.map(\.text))
                #expect(zip(line.pieces, other.pieces).allSatisfy { abs($0.x - $1.x) < 1e-9 })
                #expect(abs(line.width - other.width) < 1e-9)
            }
        }
    }

    @Test func `What does not have to be adjusted is one piece`() {
        var random = SeededGenerator(seed: 7)
        let characters = Array("甲乙丙丁𠮷医师，。、")
        for _ in 0..<500 {
            let text = (0..<40).map { index in
                // No two marks side by side.
                String(characters[Int.random(in: 0..<(index % 2 == 0 ? 7 : 10), using: &random)])
            }.joined()
            let set = Paragraph(text, HalfWidthLatin.style, width: 50).set(HalfWidthLatin())
            #expect(set.lines.map(\.pieces.count) == [1], "\(text)")
        }
    }
}

extension String {
    /// The places at which a word stands.
    fileprivate func split(_ word: String) -> [Substring.Index] {
        indices.filter { self[$0...].hasPrefix(word) }
    }
}
