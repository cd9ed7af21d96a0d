import CandidateFixtures
import PDFReading
import Testing

/// What a page paints: its shapes as they are written, and its drawing beside Poppler's.
@Suite struct PaintingTests {
    @Test func `fills, lines, pictures and letters come in the order drawn`() throws {
        let content = """
            1 0 0 rg 10 10 20 20 re f q 2 0 0 2 5 5 cm 0 0 1 RG 3 w 10 10 m 20 10 l S Q
            BT /F 10 Tf 50 60 Td (abc) Tj ET q 30 0 0 40 60 10 cm /I Do Q 0.5 g 1 1 2 3 re f*
            """
        let resources = "/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>"
        let image = RawPDF.stream(
            "abc",
            "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB"
        )
        let font = """
            <</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 97/Widths[500 600 400]>>
            """
        let raw = RawPDF(content: content, page: resources, more: [font, image])
        let page = try PDFDocument(bytes: raw.bytes).page(0)
        #expect(page.shapes.map(\.kind) == [.fill, .stroke, .text(0), .image(0), .fill])
        #expect(page.shapes[0].colour == PDFColour(red: 255, green: 0, blue: 0))
        #expect(page.shapes[1].colour == PDFColour(red: 0, green: 0, blue: 255))
        #expect(page.shapes[4].colour.gray == 128)
        // The line goes from (25, 25) to (45, 25), and is 6 points wide.
        #expect(page.shapes[1].box == PDFRectangle(PDFPoint(25, 22), PDFPoint(45, 28)))
        #expect(page.texts.map(\.text) == ["abc"])
        // 15 points wide, from a fifth of the size below the line to four fifths above it.
        #expect(page.texts[0].box == PDFRectangle(PDFPoint(50, 58), PDFPoint(65, 68)))
        #expect(page.images[0].box == PDFRectangle(PDFPoint(60, 10), PDFPoint(90, 50)))
        #expect(page.unfollowed.isEmpty)
    }

    @Test(arguments: [
        ("0 0 m 9 9 l 9 0 l W n", "clip"), ("/Pattern cs /P scn", "pattern"), ("/S sh", "shading"),
        ("/Odd cs 1 scn", "colour-space"), ("/G gs", "transparency"),
        ("/OC /O BDC EMC", "optional-content"),
        ("BI /W 1/H 1/BPC 8/CS/G ID x EI", "inline-image"), ("BT 7 Tr ET", "text-clip"),
    ])
    func `what is not drawn as a viewer would is told`(content: String, kind: String) throws {
        let resources =
            "/Resources<</ExtGState<</G<</ca 0.5>>>>"
            + "/ColorSpace<</Odd[/Separation/All/DeviceGray 1 0 R]>>>>"
        let raw = RawPDF(content: content, page: resources)
        let page = try PDFDocument(bytes: raw.bytes).page(0)
        #expect(page.unfollowed.map(\.rawValue) == [kind])
    }

    static let drawings = [
        "10 10 30 20 re 20.3 15.7 40 60 re f", "10 10 80 80 re 30 30 40 40 re f*",
        "10 10 80 80 re 30 30 40 40 re f", "50 95 m 25 10 l 95 60 l 5 60 l 75 10 l f",
        "50 95 m 25 10 l 95 60 l 5 60 l 75 10 l f*", "50 5 m 120 5 120 95 50 95 c 0 95 0 5 y f",
        "0.8 0.6 -0.6 0.8 40 5 cm 0 0 50 50 re f", "20 20 30 30 re W n 0 0 100 100 re f",
        "0 0 100 100 re f 1 g 20 20 60 60 re f 0 g 40 40 20 20 re f",
        "q 0 0 50 100 re W n 10 10 80 80 re f Q 60 60 10 10 re f", "8 w 10 50 m 90 50 l S",
        "50 0 -50 -50 re 90 90 -5 -5 re f", "10 w 20 20 60 60 re S",
    ]

    /// Poppler paints a pixel partly where it is covered partly.
    ///
    /// Where it paints one wholly or not at all, so
    /// must we.
    @Test(
        .enabled(if: OutsideTool.isInstalled("pdftoppm"), "needs poppler-utils"),
        arguments: drawings
    )
    func `a drawing is Poppler's`(content: String) throws {
        let home = try TemporaryFolder()
        let bytes = RawPDF(content: content).bytes
        try home.write(bytes, to: "a.pdf")
        let tool = try #require(OutsideTool("pdftoppm"))
        try tool.run(["-r", "144", "-gray", "-singlefile", home.path("a.pdf"), home.path("a")])
        let theirs = Array(try home.bytes(of: "a.pgm").suffix(200 * 200))
        let ours = try PDFDocument(bytes: bytes).page(0).gray(pixelsPerPoint: 2)
        #expect((ours.width, ours.height) == (200, 200))
        let decided = theirs.indices.filter { theirs[$0] == 0 || theirs[$0] == 255 }
        let other = decided.filter { theirs[$0] != ours.bytes[$0] }
        #expect(decided.count > 30_000)
        #expect(theirs.contains(0) && theirs.contains(255))
        #expect(other.isEmpty)
    }
}
