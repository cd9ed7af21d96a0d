import Testing

@testable import TemplateCatalog

@Suite struct YAMLScreeningTests {
    @Test(arguments: [
        "a: b", "a: \"*x &y !z\"", "a: '*x it''s &y'", "a: b *x &y", "a: b\n  *x\n  &y",
        "# *x &y", "a: |\n  *x\n  &y\n  - !z\nb: c", "- key: >-\n    &x\n- y",
        "a: [b*c, d&e]", "a: |2\n   *x\n", "%a: b\n".replacing("%", with: "x%"),
        "{a: b}: c\n  *x\n", "\"a\\\"&x\": b", "a:\r\n  - b\r\n  - |\r\n    *x\r\nc: d\r\n",
    ])
    func `Indicators inside texts and comments are texts`(yaml: String) {
        #expect(throws: Never.self) { try YAMLScreening.check(yaml, file: "f") }
    }

    @Test(arguments: [
        ("a: &x b", 1, 4), ("a: *x", 1, 4), ("- &x b", 1, 3), ("[1, *x]", 1, 5),
        ("*x : b", 1, 1), ("? *x\n: b", 1, 3), ("a: b\n&x c: d", 2, 1),
        // The quote belongs to the plain text that goes on here, so the anchor is one.
        ("a: foo\n  \"bar\nb: &x c\nc: \"", 3, 4),
        // The block text ends where the indentation does.
        ("- key: |\n    *x\n- *y", 3, 3), ("键: &x 值", 1, 4), ("a: !!int 1", 1, 4),
        ("%YAML 1.1\n---\na: b", 1, 1), ("a: b\u{0}", 1, 5), ("a: b\u{2028}c: &x d", 1, 5),
    ])
    func `Anchors, aliases, tags and directives are refused by place`(
        yaml: String,
        line: Int,
        column: Int
    ) {
        let error = #expect(throws: CatalogError.self) {
            try YAMLScreening.check(yaml, file: "f")
        }
        #expect(error?.code == .forbidden)
        #expect(error?.place == SourcePlace(line: line, column: column))
    }

    @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "k: [", "- - ? ["])
    func `Nesting without end is refused`(opening: String) {
        let yaml = String(repeating: opening, count: 100_000)
        let error = #expect(throws: CatalogError.self) {
            try YAMLDocument.parse(Array(yaml.utf8), file: "f")
        }
        #expect(error?.code == .forbidden || error?.code == .syntax)
    }

    @Test(arguments: [(32, true), (33, false)])
    func `Thirty-two levels are the most`(depth: Int, isTaken: Bool) {
        let flow = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let block = String(repeating: "- ", count: depth) + "a"
        let keys = (0..<depth).map { String(repeating: " ", count: $0) + "k:" }
        for yaml in [flow, block, keys.joined(separator: "\n")] {
            let isRefused =
                (try? YAMLDocument.parse(Array(yaml.utf8), file: "f")) == nil
            #expect(isRefused != isTaken)
        }
    }

    @Test func `Brackets in texts and comments do not count as nesting`() {
        let line = "k: \"[[[[\" # {{{{\nl: '[[[['\nm: a[[[[\n"
        let yaml = (0..<20).map { "n\($0):\n  " + line.replacing("\n", with: "\n  ") }.joined(
            separator: "\n"
        )
        #expect(throws: Never.self) { try YAMLScreening.check(yaml, file: "f") }
    }

    @Test(arguments: [
        ("", "f: the file is empty"), ("# nothing", "f: the file is empty"),
        ("a: b\na: c", "f:1:1: this key is there more than once"),
        ("a:\n  b: 1\n  \"b\": 2", "f:2:3: this key is there more than once"),
        ("a: [1", "f:2:1: not YAML: did not find expected ',' or ']'"),
        ("a: b: c", "f:1:5: not YAML: mapping values are not allowed in this context"),
        ("a: 1\n---\nb: 2", "f:2:1: not YAML: but found another document"),
    ])
    func `Text that is no single document is told by place`(yaml: String, message: String) {
        let error = #expect(throws: CatalogError.self) {
            try YAMLDocument.parse(Array(yaml.utf8), file: "f")
        }
        #expect(error?.description == message)
    }

    @Test func `A byte order mark is skipped and other encodings are refused`() throws {
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a: b".utf8)
        let mapping = try YAMLMapping(YAMLDocument.parse(marked, file: "f"))
        #expect(mapping.entries.map(\.key) == ["a"])
        // 姓名 in GB 18030.
        let foreign: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB]
        let error = #expect(throws: CatalogError.self) {
            try YAMLDocument.parse(foreign, file: "f")
        }
        #expect(error?.description == "f: the text is not in UTF-8")
    }

    @Test func `Scalars keep their type: only plain ones are numbers, flags or null`() throws {
        let text = "a: 1\nb: \"1\"\nc: true\nd: 'true'\ne:\nf: \"\"\ng: ~\nh: 010\ni: 无\n"
        let mapping = try YAMLMapping(YAMLDocument.parse(Array(text.utf8), file: "f"))
        #expect(try mapping.required("a").integer() == 1)
        #expect(throws: CatalogError.self) { try mapping.required("b").integer() }
        #expect(try mapping.required("c").flag())
        #expect(throws: CatalogError.self) { try mapping.required("d").flag() }
        #expect(mapping.optional("e") == nil && mapping.optional("g") == nil)
        #expect(try mapping.required("f").text() == "")
        #expect(throws: CatalogError.self) { try mapping.required("f").words() }
        #expect(throws: CatalogError.self) { try mapping.required("h").integer() }
        #expect(try mapping.required("i").text() == "无")
    }
}
