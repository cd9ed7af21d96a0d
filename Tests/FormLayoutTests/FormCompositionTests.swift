import FormFixtures
import FormLayout
import PageLayout
import TemplateCatalog
import Testing

/// What becomes of answers that a form has no room for.
@Suite struct `Answers to a form` {
    private let style: FormStyle
    private let measure = SquareCharacters()

    /// Each character is as wide as it is high.
    private struct SquareCharacters: TextMeasuring {
        func width(of text: String, in style: TextStyle) -> Double {
            Double(text.count) * (style.em + style.tracking)
        }

        func missingCharacters(in text: String, role: FontRole) -> [Unicode.Scalar] { [] }
    }

    init() throws { style = try FormRepository.catalog().formStyle() }

    /// A form with a row of a fixed height, one that is usual, a list of two rows, and nothing to spare.
    private func template(spare: Double) -> FormTemplate {
        FormTemplate(
            id: "test",
            version: 1,
            titles: [.init("试验")],
            fields: [
                FormEntryRule(id: "name", label: "姓名", isRequired: true),
                FormEntryRule(id: "address", label: "地址"),
                FormEntryRule(id: "sex", label: "性别", kind: .choice(["男", "女"])),
                FormEntryRule(
                    id: "work",
                    label: "经历",
                    kind: .rows([
                        FormEntryRule(id: "place", label: "单位"),
                        FormEntryRule(id: "day", label: "日期", kind: .date),
                    ])
                ),
            ],
            blocks: [
                .table(
                    FormTable(
                        columns: [.millimetres(20), .share(1)],
                        rows: [
                            FormRow([FormCell(.field("name", hasLabel: true))]),
                            FormRow([FormCell(.field("address", hasLabel: true))]),
                            FormRow([FormCell(.field("sex", hasLabel: true))]),
                            FormRow([
                                FormCell(.label("经历", isVertical: true)),
                                FormCell(
                                    .list(
                                        FormList(
                                            field: "work",
                                            columns: [.share(2), .share(1)],
                                            rows: 2
                                        )
                                    )
                                ),
                            ]),
                        ]
                    )
                ),
                .space(spare),
            ]
        )
    }

    private func pages(_ answers: FormAnswers, spare: Double = 20) throws -> FormPages {
        try FormCompositor(template: template(spare: spare), style: style, measure: measure)
            .pages(answers)
    }

    /// A name without figures, between which and Chinese a line is cut into pieces.
    private static func place(_ number: Int) -> String {
        "院" + String(Character(Unicode.Scalar(0x4F00 + number) ?? "一"))
    }

    private func texts(_ page: Page) -> [String] {
        page.marks.compactMap { if case .text(let text, _, _) = $0 { text } else { nil } }
    }

    private func size(of text: String, in pages: FormPages) -> Double? {
        for case .text(text, _, let style) in pages.layout.pages.flatMap(\.marks) {
            return style.size
        }
        return nil
    }

    @Test func `stand in one line at their full size where they have room`() throws {
        let pages = try pages(["name": .text("甲乙"), "address": .text("某省某市")])
        #expect(pages.layout.pages.count == 1)
        #expect(size(of: "某省某市", in: pages) == style.texts.value.size)
    }

    @Test func `make their row higher before they become hard to read`() throws {
        let address = String(repeating: "省", count: 120)
        let pages = try pages(["address": .text(address)])
        #expect(pages.layout.pages.count == 1)
        #expect(pages.continued.isEmpty)
        let sizes = pages.layout.pages[0].marks.compactMap { mark -> Double? in
            guard case .text(let text, _, let style) = mark, text.hasPrefix("省") else { return nil }
            return style.size
        }
        #expect(sizes.allSatisfy { $0 >= style.sizes.valueComfort })
        #expect(sizes.count == 3)
    }

    @Test func `go on on an addendum sheet with a pointer where the page has no room`() throws {
        let address = (0..<400).map { Character(Unicode.Scalar(0x4E00 + $0) ?? "一") }
        // What is left of the page is just what a blank form takes.
        let pages = try pages(["name": .text("甲"), "address": .text(String(address))], spare: 170)
        #expect(pages.ownPages == 1)
        #expect(pages.continued == ["地址"])
        try #require(pages.layout.pages.count == 2)
        let first = texts(pages.layout.pages[0]).joined()
        let second = texts(pages.layout.pages[1]).joined()
        #expect(first.contains("续见附页"))
        #expect(second.contains("试验（附页）") && second.contains("姓名：甲"))
        // Every character is on one of the two, in order.
        let start = first.count { address.contains($0) }
        #expect(start > 50)
        #expect(first.contains(String(address[..<5])))
        #expect(second.contains(String(address[start...].prefix(20))))
        #expect(second.contains(String(address.suffix(10))))
    }

    @Test func `of lists have as many rows as there is room for, and the others go on in order`()
        throws
    {
        let rows = (1...9).map { ["place": Self.place($0), "day": "2025-01-0\($0)"] }
        let roomy = try pages(["work": .rows(rows)])
        #expect(roomy.layout.pages.count == 1)
        #expect(roomy.continued.isEmpty)
        let tight = try pages(["work": .rows(rows)], spare: 178)
        try #require(tight.layout.pages.count == 2)
        #expect(tight.continued == ["经历"])
        let first = texts(tight.layout.pages[0])
        let second = texts(tight.layout.pages[1])
        for number in 1...9 {
            #expect(
                first.contains(Self.place(number)) != second.contains(Self.place(number)),
                "row \(number)"
            )
        }
        #expect(first.contains(Self.place(1)) && second.contains(Self.place(9)))
        #expect(second.contains("序号") && second.contains("9"))
    }

    @Test func `repeat the labels of a list on every addendum sheet`() throws {
        let rows = (1...80).map { ["place": Self.place($0), "day": "2025-01-01"] }
        let pages = try pages(["work": .rows(rows)], spare: 178)
        #expect(pages.layout.pages.count >= 4)
        for page in pages.layout.pages { #expect(texts(page).contains("单位")) }
        let all = pages.layout.pages.flatMap(texts)
        for number in 1...80 { #expect(all.count { $0 == Self.place(number) } == 1) }
    }

    @Test func `tick the box of their option`() throws {
        let blank = texts(try pages([:]).layout.pages[0])
        #expect(blank.count { $0 == "☐" } == 2 && !blank.contains("☑"))
        let filled = texts(try pages(["sex": .text("女")]).layout.pages[0])
        let box = try #require(filled.firstIndex(of: "☑"))
        #expect(filled[box + 1].contains("女"))
        #expect(filled.count { $0 == "☐" } == 1)
    }

    @Test func `are fields on the screen, each with a name of its own`() throws {
        let compositor = FormCompositor(
            template: template(spare: 20),
            style: style,
            measure: measure,
            options: .init(purpose: .screen)
        )
        let marks = try compositor.pages(["sex": .text("女")]).layout.pages.flatMap(\.marks)
        let fields = marks.compactMap { if case .field(let field, _) = $0 { field } else { nil } }
        #expect(
            fields.map(\.name) == [
                "name", "address", "sex", "sex", "work.1.place", "work.1.day", "work.2.place",
                "work.2.day",
            ]
        )
        #expect(fields[0].isRequired && !fields[1].isRequired)
        #expect(fields[2].value == "女")
    }
}
