import CandidateFixtures
import Packaging
import Testing

/// Packs one picture and takes it out of the PDF again with Poppler, where it is installed.
@Suite(.enabled(if: OutsideTool.isInstalled("pdfimages"), "needs poppler-utils"))
struct PictureKindsTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    struct Kind: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var png: RawPNG
        var expected: [[UInt8]]
    }

    static let kinds = [
        Kind(
            testDescription: "8-bit RGB",
            png: RawPNG(
                width: 2,
                colourType: 2,
                rows: [[1, 2, 3, 4, 5, 6], [7, 8, 9, 250, 251, 252]]
            ),
            expected: [[1, 2, 3, 4, 5, 6], [7, 8, 9, 250, 251, 252]]
        ),
        Kind(
            testDescription: "8-bit gray",
            png: RawPNG(width: 3, colourType: 0, rows: [[0, 17, 34], [200, 254, 255]]),
            expected: [[0, 17, 34], [200, 254, 255]]
        ),
        Kind(
            testDescription: "8-bit palette",
            png: RawPNG(
                width: 2,
                colourType: 3,
                palette: [10, 20, 30, 40, 50, 60, 70, 80, 90],
                rows: [[0, 1], [2, 0]]
            ),
            expected: [[10, 20, 30, 40, 50, 60], [70, 80, 90, 10, 20, 30]]
        ),
        Kind(
            testDescription: "2-bit palette",
            png: RawPNG(
                width: 4,
                colourType: 3,
                bitDepth: 2,
                palette: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120],
                rows: [[0b00_01_10_11]]
            ),
            expected: [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]]
        ),
        Kind(
            testDescription: "16-bit RGB, of which eight remain",
            png: RawPNG(
                width: 1,
                colourType: 2,
                bitDepth: 16,
                rows: [[0, 0, 0x80, 0x80, 0xFF, 0xFF]]
            ),
            expected: [[0, 0x80, 0xFF]]
        ),
        Kind(
            testDescription: "RGB with alpha, over white",
            png: RawPNG(
                width: 3,
                colourType: 6,
                rows: [[9, 8, 7, 255, 9, 8, 7, 0, 0, 0, 0, 51]]
            ),
            // A fifth of black over white is 204.
            expected: [[9, 8, 7, 255, 255, 255, 204, 204, 204]]
        ),
        Kind(
            testDescription: "gray with alpha, over white",
            png: RawPNG(width: 2, colourType: 4, rows: [[30, 255, 30, 0]]),
            expected: [[30, 255]]
        ),
        Kind(
            testDescription: "interlaced RGB",
            png: RawPNG(width: 5, colourType: 2, isInterlaced: true, rows: fiveByFive),
            expected: fiveByFive
        ),
    ]

    static let fiveByFive = (0..<5 as Range<UInt8>).map { row in
        (0..<15 as Range<UInt8>).map { row * 40 + $0 }
    }

    @Test(arguments: kinds)
    func `a PNG keeps its pixels`(kind: Kind) async throws {
        let picture = kind.png.bytes
        let folder = try SmallCandidate(pictures: ["毕业证书/1.png": picture])
            .write(to: "c", in: home)
        try await PackRun().pack(folder, to: .archive(home.path("c.zip")))
        try await PackRun().pack(folder, to: .pdf(home.path("c.pdf")))
        let tool = try #require(OutsideTool("pdfimages"))
        try tool.run([home.path("c.pdf"), home.path("out")])
        let name = try #require(try home.names().first { $0.hasPrefix("out-000") })
        let found = PortableMap(try home.bytes(of: name))
        #expect(found == PortableMap(width: kind.png.width, rows: kind.expected))
        #expect(try !home.names().contains { $0.hasPrefix("out-001") })
    }

    @Test(arguments: [
        FlatJPEG.gray(77), FlatJPEG.redAndBlue(), FlatJPEG.redAndBlue(orientation: 6),
    ])
    func `a JPEG stands in the PDF byte for byte`(picture: [UInt8]) async throws {
        let folder = try SmallCandidate(pictures: ["毕业证书/1.jpg": picture])
            .write(to: "c", in: home)
        try await PackRun().pack(folder, to: .pdf(home.path("c.pdf")))
        let tool = try #require(OutsideTool("pdfimages"))
        try tool.run(["-j", home.path("c.pdf"), home.path("out")])
        #expect(try home.bytes(of: "out-000.jpg") == picture)
    }

    /// Where red lies from blue as seen upright, by the table of the EXIF standard for tag 0x0112.
    @Test(
        .enabled(if: OutsideTool.isInstalled("pdftoppm"), "needs poppler-utils"),
        arguments: [(1, -1, 0), (3, 1, 0), (6, 0, -1), (8, 0, 1)]
    )
    func `EXIF's turns are obeyed in print`(orientation: Int, right: Int, down: Int) async throws {
        let picture = FlatJPEG.redAndBlue(orientation: UInt8(orientation))
        let folder = try SmallCandidate(pictures: ["毕业证书/1.jpg": picture])
            .write(to: "c", in: home)
        try await PackRun().pack(folder, to: .pdf(home.path("c.pdf")))
        let tool = try #require(OutsideTool("pdftoppm"))
        let list = try #require(OutsideTool("pdfimages")).run(["-list", home.path("c.pdf")])
        let row = try #require(list.split(separator: "\n").last)
        let number = String(try #require(row.split(separator: " ").first))
        try tool.run([
            "-r", "75", "-singlefile", "-f", number, "-l", number,
            home.path("c.pdf"), home.path("page"),
        ])
        let page = try #require(PortableMap(try home.bytes(of: "page.ppm")))
        let red = page.centre { red, green, blue in red > 200 && green < 60 && blue < 60 }
        let blue = page.centre { red, green, blue in red < 60 && green < 60 && blue > 200 }
        #expect(min(red.count, blue.count) > 50)
        // 32 pixels at 150 dpi are 16 at 75: the centres lie that far apart, or not at all.
        #expect(abs(red.x - blue.x - Double(16 * right)) < 2)
        #expect(abs(red.y - blue.y - Double(16 * down)) < 2)
    }
}
