import Testing

@testable import TemplateCatalog

@Suite struct MessageTextsTests {
    @Test(arguments: ["Texts/messages.yaml", "Texts/forms.yaml"])
    func `A message says the same whether its line or the whole file is parsed`(
        file: String
    ) throws {
        let bytes = try Repository.catalog().bytes(of: file)
        #expect(MessageLines(bytes) != nil)
        let byLine = try MessageTexts(bytes, file: file)
        let whole = try MessageTexts(YAMLDocument.parse(bytes, file: file))
        #expect(byLine.keys == whole.keys)
        for key in whole.keys {
            for language in [FindingTexts.Language.zh, .en] {
                #expect(whole.text(key, in: language) != nil)
                #expect(byLine.text(key, in: language) == whole.text(key, in: language))
            }
        }
    }

    @Test(arguments: [
        "format: 1\nmessages:\n  a:\n    { zh: 甲, en: a }\n",
        "# why\nformat: 1\nmessages: { a: { zh: 甲, en: a } }\n",
        "messages:\n  a: { zh: 甲, en: a }\nformat: 1\n",
        "format: 1\nmessages:\n  \"a\": { zh: 甲, en: a }\n",
        "format: 1\nmessages:\n  a: { zh: 甲, en: a } # why\n",
        "format: 1\nmessages:\n    a: { zh: 甲, en: a }\n",
    ])
    func `A file written in another way is read as well`(text: String) throws {
        #expect(MessageLines(Array(text.utf8)) == nil)
        let texts = try MessageTexts(Array(text.utf8), file: "texts.yaml")
        #expect(texts.text("a", in: .zh) == "甲")
    }

    @Test(arguments: [
        "format: 2\nmessages:\n  a: { zh: 甲, en: a }\n",
        "format: 1\nmessages:\n  a: { zh: 甲, en: a }\n  a: { zh: 乙, en: b }\n",
        "format: 1\nmessages:\n  a: { zh: 甲, en: a\n", "format: 1\n",
    ])
    func `A file that cannot be understood is refused`(text: String) {
        #expect(throws: CatalogError.self) {
            try MessageTexts(Array(text.utf8), file: "texts.yaml")
        }
    }

    @Test func `A broken message takes no other with it`() throws {
        let text =
            "format: 1\nmessages:\n  # why\n\n  a: { zh: [甲, en: a }\n"
            + "  b: { zh: 乙, en: b }\n"
        let texts = try MessageTexts(Array(text.utf8), file: "texts.yaml")
        #expect(texts.text("a", in: .en) == nil)
        #expect(texts.text("b", in: .en) == "b")
        #expect(texts.text("c", in: .en) == nil)
    }
}
