import PDFWriting
import PageLayout
import Testing

@Suite(.enabled(if: OutsideTool.pdftoppm != nil, "pdftoppm (poppler-utils) is not installed"))
struct RenderedTextTests {
    // The share of an em square that a glyph covers, drawn once with Pillow 13.0 (FreeType) at 1,000 dots an em
    // from the same font files, on a baseline 880 dots below the square's top.
    @Test(
        arguments: [
            // NotoSerifCJK-Regular.ttc, font 2.
            (
                FontRole.song, "医师资格考试",
                [0.2138, 0.2357, 0.2197, 0.2499, 0.1855, 0.2059]
            ),
            // gkai00mp.ttf.
            (.kai, "医师资格考试", [0.1650, 0.1455, 0.1443, 0.1932, 0.1546, 0.1447]),
            // 𠀁, 𠀃 and 𪜀 of HanaMinB.ttf among glyphs of Noto.
            (.song, "医𠀁𠀃师𪜀", [0.2138, 0.1026, 0.1282, 0.2357, 0.1246]),
        ]
    )
    func `Every glyph is drawn whole and in its place`(
        role: FontRole,
        text: String,
        shares: [Double]
    ) throws {
        let style = TextStyle(role, 40)
        let start = Point(20, 50)
        let page = try RenderedPage(
            DocumentLayout(pages: [Page(label: "1", marks: [.text(text, at: start, style)])])
        )
        let top = start.y - 0.88 * style.em
        for (index, share) in shares.enumerated() {
            let cell = Box(start.x + Double(index) * style.em, top, style.em, style.em)
            let ink = page.ink(cell)
            #expect(abs(ink - share) < 0.15 * share, "\(text) \(index): \(ink), not \(share)")
        }
        let line = Box(start.x, top, Double(shares.count) * style.em, style.em)
        #expect(page.inkOutside(line) == 0)
    }

    @Test func `Two characters that share a glyph are both drawn`() throws {
        let style = TextStyle(.song, 40)
        let mark = Mark.text("金⾦金", at: Point(20, 50), style)
        let page = try RenderedPage(DocumentLayout(pages: [Page(label: "1", marks: [mark])]))
        let inks = (0..<3).map {
            page.ink(Box(20 + Double($0) * style.em, 50 - 0.88 * style.em, style.em, style.em))
        }
        #expect(inks[0] > 0.1)
        for ink in inks { #expect(abs(ink - inks[0]) < 0.15 * inks[0]) }
    }

    @Test func `Tracking moves each glyph by its millimetres`() throws {
        let style = TextStyle(.song, 40, tracking: 10)
        let mark = Mark.text("医𠀁师", at: Point(20, 50), style)
        let page = try RenderedPage(DocumentLayout(pages: [Page(label: "1", marks: [mark])]))
        for (index, share) in [0.2138, 0.1026, 0.2357].enumerated() {
            let x = 20 + Double(index) * (style.em + 10)
            let top = 50 - 0.88 * style.em
            #expect(abs(page.ink(Box(x, top, style.em, style.em)) - share) < 0.15 * share)
            #expect(page.ink(Box(x + style.em, top, 10, style.em)) == 0)
        }
    }

    @Test func `A CFF font that names its glyphs shows the right ones`() throws {
        let folder = try TemporaryFolder()
        var chains = try TestFont.locations()
        let path = try folder.write(NamedGlyphsFont.bytes, to: "named.otf")
        chains[.hei] = [FontLocation(path: path)]
        let style = TextStyle(.hei, 72)
        let mark = Mark.text("CAC", at: Point(25.4, 50.8), style)
        let page = try RenderedPage(
            DocumentLayout(pages: [Page(label: "1", marks: [mark])]),
            fonts: FontLibrary(chains: chains)
        )
        for (index, share) in [1, 0.07, 1].enumerated() {
            let x = 25.4 * Double(index + 1)
            let cell = Box(x, 50.8 - 0.88 * 25.4, 25.4, 25.4)
            #expect(abs(page.ink(cell) - share) < 0.15 * share)
        }
    }

    @Test func `Text has its colour`() throws {
        let style = TextStyle(.song, 40, colour: .white)
        let page = try RenderedPage(
            DocumentLayout(pages: [
                Page(
                    label: "1",
                    marks: [
                        .box(Box(10, 30, 60, 30), fill: .black, stroke: nil),
                        .text("医", at: Point(20, 50), style),
                    ]
                )
            ])
        )
        let cell = Box(20, 50 - 0.88 * style.em, style.em, style.em)
        #expect(abs(1 - page.ink(cell) - 0.2138) < 0.15 * 0.2138)
    }
}
