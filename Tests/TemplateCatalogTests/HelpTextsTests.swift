import Testing

@testable import TemplateCatalog

@Suite struct HelpTextsTests {
    @Test(
        arguments: [
            ("a '{x}' b", "a 'one' b", ["x": "one"]), ("{x}", "", ["x": ""]),
            ("{x} takes {y}.", "--jobs takes 1.5.", ["x": "--jobs", "y": "1.5"]),
            ("{x}: {y}", "a: b: c", ["x": "a", "y": "b: c"]),
            ("a '{x}'. Did you mean '{y}'?", "a 'b'. Did you mean 'c'?", ["x": "b", "y": "c"]),
            ("plain", "plain", [:]), ("plain", "plainer", nil), ("a '{x}'", "a 'b' c", nil),
            ("a {x} b {y} c", "a 1 b c", nil), ("{x}{y}", "ab", ["x": "", "y": "ab"]),
            ("a{x}a", "a", nil), ("é {x}", "é b", ["x": "b"]),
        ] as [(String, String, [String: String]?)]
    )
    func `A sentence fits a pattern or not`(
        pattern: String,
        sentence: String,
        gaps: [String: String]?
    ) {
        #expect(PhrasePattern(pattern).match(sentence) == gaps)
    }

    @Test func `The first pattern that fits counts, and values are named in Chinese`() throws {
        let texts = try texts(
            "mistakes:\n  - { en: 'no {a}, try {b}', zh: '没有{a}，试{b}' }\n"
                + "  - { en: 'no {a}', zh: '没有{a}' }\n"
        )
        #expect(texts.mistake("no <folder>, try -x <n>", in: .zh) == "没有<文件夹>，试-x <n>")
        #expect(texts.mistake("no <folder> <", in: .zh) == "没有<文件夹> <")
        #expect(texts.mistake("no <folder>", in: .en) == "no <folder>")
        // A value that looks like a gap is none.
        #expect(texts.mistake("no {b}, try c", in: .zh) == "没有{b}，试c")
        #expect(texts.mistake("else", in: .zh) == "else")
        #expect(texts.text("Help.", in: .zh) == "帮助。" && texts.text("?", in: .zh) == "?")
    }

    @Test func `One sentence has one translation`() {
        #expect(throws: CatalogError.self) {
            try texts("mistakes:\n  - { en: a, zh: 甲 }\n  - { en: a, zh: 乙 }\n")
        }
    }

    private func texts(_ mistakes: String) throws -> HelpTexts {
        let text =
            "format: 1\nvalues: { folder: 文件夹 }\n" + mistakes
            + "texts:\n  - { en: Help., zh: 帮助。 }\n"
        return try HelpTexts(YAMLDocument.parse(Array(text.utf8), file: "help.yaml"))
    }
}
