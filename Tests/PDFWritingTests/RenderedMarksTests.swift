import PDFWriting
import PageLayout
import Testing

@Suite(.enabled(if: OutsideTool.pdftoppm != nil, "pdftoppm (poppler-utils) is not installed"))
struct RenderedMarksTests {
    private func page(_ marks: [Mark], pictures: [PDFPicture] = []) throws -> RenderedPage {
        try RenderedPage(
            DocumentLayout(pages: [Page(label: "1", marks: marks)]),
            pictures: pictures
        )
    }

    @Test func `A filled box covers its millimetres and nothing else`() throws {
        // A multiple of 25.4 mm ends on whole dots.
        let box = Box(25.4, 50.8, 76.2, 25.4)
        let page = try page([.box(box, fill: .black, stroke: nil)])
        #expect(page.ink(box) == 1)
        #expect(page.inkOutside(box) == 0)
    }

    @Test func `A fill of half the light is half dark`() throws {
        let page = try page([
            .box(Box(25.4, 25.4, 50.8, 50.8), fill: Colour(128, 128, 128), stroke: nil)
        ])
        #expect(abs(page.ink(Box(30, 30, 30, 30)) - 127.0 / 255) < 0.01)
    }

    @Test func `An outlined box is empty inside`() throws {
        let page = try page([.box(Box(25.4, 25.4, 50.8, 50.8), fill: nil, stroke: Stroke(2))])
        #expect(page.ink(Box(27, 27, 47.6, 47.6)) == 0)
        for edge in [Box(25, 30, 0.8, 40), Box(75.8, 30, 0.8, 40), Box(30, 25, 40, 0.8)] {
            #expect(page.ink(edge) == 1)
        }
        #expect(page.inkOutside(Box(24.2, 24.2, 53.2, 53.2)) == 0)
    }

    @Test func `A dashed line is half gaps`() throws {
        let rule = Stroke(2, dash: 4)
        let page = try page([.rule(from: Point(20, 100), to: Point(180, 100), rule)])
        #expect(abs(page.ink(Box(20, 99.5, 160, 1)) - 0.5) < 0.05)
        #expect(page.ink(Box(21, 99.5, 2, 1)) == 1)
        #expect(page.ink(Box(25, 99.5, 2, 1)) == 0)
    }

    @Test func `The modules of a code stand in their rows and columns`() throws {
        // Dark: row 0 columns 0 to 2, row 2 column 1, row 3 column 3.
        let code = CodeModules(
            side: 4,
            runs: [
                .init(row: 0, start: 0, length: 3), .init(row: 2, start: 1, length: 1),
                .init(row: 3, start: 3, length: 1),
            ]
        )
        let page = try page([.code(code, Box(25.4, 25.4, 50.8, 50.8))])
        let dark = [[1, 1, 1, 0], [0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 1]]
        for (row, modules) in dark.enumerated() {
            for (column, expected) in modules.enumerated() {
                let module = Box(
                    25.4 + 12.7 * Double(column) + 1,
                    25.4 + 12.7 * Double(row) + 1,
                    10.7,
                    10.7
                )
                #expect(page.ink(module) == Double(expected))
            }
        }
    }

    // How dark the quarters of the seen picture are: top left, top right, bottom left, bottom right. The stored
    // quarters are a b / c d; Exif (CIPA DC-008, 0x0112) says on which sides row 0 and column 0 are seen.
    @Test(
        arguments: [
            (1, "abcd"), (2, "badc"), (3, "dcba"), (4, "cdab"), (5, "acbd"), (6, "cadb"),
            (7, "dbca"), (8, "bdac"),
        ]
    )
    func `A turned picture is seen as Exif says`(orientation: Int, seen: String) throws {
        let light: [Character: UInt8] = ["a": 0, "b": 60, "c": 120, "d": 180]
        let samples: [UInt8] = (0..<400).map { index in
            let (row, column) = (index / 20, index % 20)
            return UInt8((row / 10 * 2 + column / 10) * 60)
        }
        let picture = PDFPicture(
            coding: .samples,
            width: 20,
            height: 20,
            colours: .gray,
            source: .bytes(samples),
            name: "one"
        )
        let turn = Turn(orientation: orientation)
        let box = Box(25.4, 50.8, 101.6, 50.8)
        let page = try page([.picture(index: 0, box, turn: turn)], pictures: [picture])
        for (index, letter) in seen.enumerated() {
            let quarter = Box(
                box.x + Double(index % 2) * 50.8 + 8,
                box.y + Double(index / 2) * 25.4 + 5,
                34,
                15
            )
            let expected = 1 - Double(light[letter] ?? 255) / 255
            #expect(abs(page.ink(quarter) - expected) < 0.02)
        }
        #expect(page.inkOutside(Box(25, 50.4, 102.4, 51.6)) == 0)
    }
}
