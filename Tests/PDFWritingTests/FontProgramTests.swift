import PDFWriting
import PageLayout
import Testing

struct FontProgramTests {
    @Test(
        .enabled(if: OutsideTool.pdftoppm != nil, "pdftoppm (poppler-utils) is not installed"),
        arguments: Road.allCases
    )
    func `A glyph that is made of others is shown whole`(road: Road) throws {
        let folder = try TemporaryFolder()
        var chains = try TestFont.locations()
        let path = try folder.write(CompositeGlyphsFont.bytes, to: "composite.ttf")
        chains[.hei] = [FontLocation(path: path)]
        // Bars stand at 0 and at 600 of 1,000, 200 wide; the lines make documents of A, of B and of both.
        for (text, shares) in [("AA", [0.2, 0.2]), ("BB", [0.4, 0.4]), ("BAB", [0.4, 0.2, 0.4])] {
            let mark = Mark.text(text, at: Point(25.4, 50.8), TextStyle(.hei, 72))
            let page = try RenderedPage(
                DocumentLayout(pages: [Page(label: "1", marks: [mark])]),
                fonts: FontLibrary(chains: chains),
                road: road
            )
            for (index, share) in shares.enumerated() {
                let x = 25.4 * Double(index + 1)
                let cell = Box(x, 50.8 - 0.88 * 25.4, 25.4, 25.4)
                #expect(abs(page.ink(cell) - share) < 0.1 * share, "\(text)")
            }
        }
    }

    // ISO 32000-1, 9.9 names the tables; ISO/IEC 14496-22, 4.2 and 5.2.2 say how they are summed up.
    @Test(
        .enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"),
        arguments: ["医", "医师资格考试，Ag1", String(repeating: "医", count: 9) + "龙凤呈祥"]
    )
    func `A TrueType program has the tables that a PDF needs, with true checksums`(
        text: String
    ) throws {
        let file = try program(ofFont: "FontFile2", in: Sample.text(text, .kai))
        func number(_ offset: Int, _ size: Int) -> Int {
            file[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
        }
        func sum(_ range: Range<Int>) -> Int {
            stride(from: range.lowerBound, to: range.upperBound, by: 4)
                .reduce(0) { ($0 + number($1, 4)) & 0xFFFF_FFFF }
        }
        #expect(number(0, 4) == 0x10000)
        #expect(number(4, 2) == 6)
        var names: [String] = []
        for entry in stride(from: 12, to: 12 + 6 * 16, by: 16) {
            let name = String(decoding: file[entry..<entry + 4], as: UTF8.self)
            names.append(name)
            let (start, count) = (number(entry + 8, 4), number(entry + 12, 4))
            #expect(start % 4 == 0)
            let adjustment = name == "head" ? number(start + 8, 4) : 0
            let whole = sum(start..<start + (count + 3) / 4 * 4)
            #expect(number(entry + 4, 4) == (whole - adjustment) & 0xFFFF_FFFF, "\(name)")
        }
        #expect(names == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
        #expect(sum(0..<file.count) == 0xB1B0_AFBA)
    }

    /// The bytes of the first font program of a document.
    private func program(ofFont key: String, in layout: DocumentLayout) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let file = try folder.write(Sample.write(layout, compressed: true), to: "document.pdf")
        let result = try #require(OutsideTool.qpdf).run([
            "--object-streams=disable", "--stream-data=uncompress", file, folder.path("plain.pdf"),
        ])
        #expect(result.status == 0, "\(result.output)")
        let pdf = try ParsedPDF(folder.bytes(of: "plain.pdf"))
        let font = try pdf.dictionary(pdf.resources("Font", ofPage: 0).values.first)
        let descendant = try pdf.dictionary(pdf.array(font["DescendantFonts"]).first)
        return try pdf.stream(pdf.dictionary(descendant["FontDescriptor"])[key])
    }
}
