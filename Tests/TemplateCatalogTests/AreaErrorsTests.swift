import Registration
import Review
import TemplateCatalog
import Testing

@Suite struct AreaErrorsTests {
    /// A small sound area, one line each, so that lines can be counted.
    private static let lines = [
        "format: 1",  // 1
        "area: x-2026",
        "name: { zh: 某考区, en: X }",
        "region: \"43\"",
        "year: 2026",
        "manual: 手册",  // 6
        "lockScope: image",
        "idNumbers: [{ kinds: [二代身份证], form: citizen }]",
        "pictures: { formats: [jpeg], extensions: [jpg], clause: { section: 一, quote: 句 } }",
        "photo: { formats: [jpeg], extensions: [jpg], clause: { section: 一, quote: 句 } }",
        "profile:",  // 11
        "  idKind: { ask: 证件？, values: [二代身份证, 护照] }",
        "  day: { ask: 日期？, kind: date }",
        "  flag: { ask: 是否？, kind: flag }",
        "  units: { ask: 单位？, kind: list, items: { name: { ask: 名？, kind: text } } }",
        "materials:",  // 16
        "  - id: a",
        "    title: 甲",
        "    when: always",
        "    count: { min: 1 }",
        "    clause: { section: 一, quote: 句 }",  // 21
    ]

    private func area(_ line: Int, _ replacement: String) throws(CatalogError) -> Area {
        var lines = Self.lines
        lines[line - 1] = replacement
        return try Area(bytes: Array(lines.joined(separator: "\n").utf8), file: "x.yaml")
    }

    @Test func `The area that the faults are put into is sound`() throws {
        let area = try area(1, "format: 1")
        #expect(area.materials.map(\.id) == ["a"])
        #expect(area.requirements(for: [:]).map(\.need) == [.required(minimum: 1, maximum: nil)])
    }

    @Test(arguments: [
        (1, "format: 2", "1:9: only format 1 can be read"),
        (2, "aera: x", "2:1: unknown key \"aera\"; did you mean \"area\"?"),
        (5, "year: zwei", "5:7: a whole number is expected"),
        (5, "year: 26", "5:7: a number from 1999 to 2999 is expected"),
        (6, "manual: [a]", "6:9: a text is expected"),
        (7, "lockScope: page", "7:12: one of these is expected: image, dossier"),
        (7, "# lockScope: image", "1:1: the key \"lockScope\" is missing"),
        (7, "lockScope: image\ndelivery: { kind: pdf }", "8:11: the key \"clause\" is missing"),
        (7, "lockScope: image\ndeadlines: [{ title: 甲 }]", "8:13: the key \"until\" is missing"),
        (
            7, "lockScope: image\ndeadlines: [{ title: 甲, from: 2024-02-02, until: 2024-02-01 }]",
            "8:13: the last day is before the first"
        ),
        (
            7, "lockScope: image\ndeadlines: [{ title: 甲, spans: [], until: 2024-02-01 }]",
            "8:43: \"spans\" needs neither from nor until"
        ),
        (
            7,
            "lockScope: image\ndeadlines:\n  - title: 甲\n    spans:\n"
                + "      - { until: 2024-02-01 }\n      - { from: 2024-02-01, until: 2024-02-03 }",
            "12:9: the days must follow those before them"
        ),
        (
            8, "idNumbers: [{ kinds: [军官证], form: citizen }]",
            "8:23: this is no value of idKind"
        ),
        (9, "pictures: { formats: [gif9], extensions: [] }", "9:11: the key \"clause\" is missing"),
        (12, "  idKind: []", "12:11: a mapping (key: value) is expected"),
        (
            13, "  day: { ask: 日期？, kind: time }",
            "13:26: one of these is expected: choice, flag, date, text, list"
        ),
        (
            13, "  day: { ask: 日期？, kind: date, values: [a] }",
            "13:40: \"values\" needs the kind choice"
        ),
        (
            13, "  any: { ask: 日期？, kind: date }",
            "13:3: \"any\" belongs to the language of conditions"
        ),
        (17, "  - ID: a", "17:5: unknown key \"ID\"; did you mean \"id\"?"),
        (17, "  - en: a", "17:5: the key \"id\" is missing"),
        (18, "    title: 甲/乙", "18:12: a slash cannot stand in the name of a folder"),
        (19, "    when: never", "19:11: a condition is expected: always, or key: value"),
        (19, "    when: {}", "19:11: a condition must not be empty; write always"),
        (19, "    when: { flagg: true }", "19:13: unknown key \"flagg\"; did you mean \"flag\"?"),
        (19, "    when: { flag: 是 }", "19:19: true or false is expected"),
        (19, "    when: { idKind: 军官证 }", "19:21: idKind is never \"军官证\"; it is one of 二代身份证, 护照"),
        (
            19, "    when: { not: { idKind: [护照, x] } }",
            "19:33: idKind is never \"x\"; it is one of 二代身份证, 护照"
        ),
        (19, "    when: { any: [] }", "19:18: a list of conditions must not be empty"),
        (19, "    when: { day: { since: 2015-09 } }", "19:27: a border needs a day: YYYY-MM-DD"),
        (
            19, "    when: { day: { since: 2015-02-30 } }",
            "19:27: a date is expected: YYYY-MM-DD, YYYY-MM or YYYY"
        ),
        (19, "    when: { day: {} }", "19:18: since or before is missing"),
        (
            19, "    when: { day: { after: 2015-09-01 } }",
            "19:20: unknown key \"after\"; known here: since, before"
        ),
        (
            19, "    when: { units: { none: always } }",
            "19:22: unknown key \"none\"; did you mean \"some\"?"
        ),
        (
            19, "    when: { units: { some: { name: x } } }",
            "19:36: name is free text: nothing depends on it"
        ),
        (20, "    count: { max: 1 }", "20:12: the key \"min\" is missing"),
        (20, "    count: { min: 2, max: 1 }", "20:27: a number from 2 to 1000 is expected"),
        (20, "    count: { min: 1, per: flag }", "20:27: \"per\" needs the key of a list"),
        (20, "    count: { min: 1, where: always }", "20:29: \"where\" needs \"per\""),
        (
            20, "    count: [{ when: { flag: true }, min: 1 }]",
            "20:12: the last case must be for all others, without \"when\""
        ),
        (20, "    source: 网站", "17:5: the key \"count\" is missing"),
        (21, "    clause: { section: 一 }", "21:13: the key \"quote\" is missing"),
        (
            21, "    clause: { section: 一, quote: 句 }\n    satisfiedBy: [b]",
            "22:19: no material has the id \"b\"; did you mean \"a\"?"
        ),
        (
            21, "    clause: { section: 一, quote: 句 }\n    optional: true",
            "19:11: an optional material has no \"when\""
        ),
        (
            21, "    clause: { section: 一, quote: 句 }\n  - { id: a, title: 乙 }",
            "22:11: another material has this id already"
        ),
        (
            21, "    clause: { section: 一, quote: 句 }\n  - { id: b, title: 甲 }",
            "22:21: another material has this title already"
        ),
        (
            21,
            "    clause: { section: 一, quote: 句 }\n    limits: { maxBytes: { value: 1k, inclusive: true } }",
            "22:34: a whole number is expected"
        ),
    ])
    func `A fault in an area's file is told by line and column`(
        line: Int,
        replacement: String,
        message: String
    ) throws {
        let error = #expect(throws: CatalogError.self) { try area(line, replacement) }
        #expect(error?.description == "x.yaml:\(message)")
        let chinese = try Repository.catalog().faultTexts().patterns
        let untranslated = (error?.message.patterns ?? []).filter { !chinese.contains($0) }
        #expect(untranslated == [])
    }

    @Test func `An area may say nothing of photos, and then no material is one`() throws {
        #expect(try area(10, "# no photo").photoRule == nil)
        var lines = Self.lines
        lines[9] = "# no photo"
        lines.append("    rule: photo")
        let error = #expect(throws: CatalogError.self) {
            try Area(bytes: Array(lines.joined(separator: "\n").utf8), file: "x.yaml")
        }
        #expect(error?.description == "x.yaml:22:11: the area has no rule for photos")
    }

    @Test func `A material may differ from its area in some limits`() throws {
        let area = try area(
            20,
            "    count: { min: 1 }\n    limits: { maxBytes: { value: 99, inclusive: false } }"
        )
        #expect(area.materials[0].pictureRule.maxBytes?.text == "< 99")
        #expect(area.materials[0].pictureRule.formats == area.pictureRule.formats)
        #expect(area.pictureRule.maxBytes == nil)
    }

    @Test func `Several keys in one mapping must all hold`() throws {
        let area = try area(
            19,
            "    when: { flag: true, not: { idKind: 护照 }, any: [{ flag: true }] }"
        )
        #expect(
            area.materials[0].condition
                == .all([
                    .equals("flag", .flag(true)), .not(.equals("idKind", .text("护照"))),
                    .any([.equals("flag", .flag(true))]),
                ])
        )
    }
}
