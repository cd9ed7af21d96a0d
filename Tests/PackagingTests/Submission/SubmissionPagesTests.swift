import CandidateFixtures
import Foundation
import Packaging
import Registration
import Testing

@Suite struct SubmissionPagesTests {
    let run: SubmissionRun
    var home: TemporaryFolder { run.home }

    init() throws { run = try SubmissionRun() }

    private static let tall = FlatJPEG.gray(90, columns: 20, rows: 30)

    @Test func `pages follow the order of the area, not that of the folder`() async throws {
        let folder = try OnePDFArea.candidate(
            [
                "有效身份证件/10.jpg": FlatJPEG.gray(10), "有效身份证件/9.jpg": FlatJPEG.gray(20),
                "tj.eduRecord/1.jpg": FlatJPEG.gray(30), "毕业证书/1.jpg": FlatJPEG.gray(40),
            ],
            in: home
        )
        let report = try await run.make(folder)
        #expect(
            report.pictures.map(\.path) == [
                "materials/有效身份证件/9.jpg", "materials/有效身份证件/10.jpg",
                "materials/毕业证书/1.jpg", "materials/tj.eduRecord/1.jpg",
            ]
        )
        #expect(report.pictures.map(\.page) == [1, 2, 3, 4])
    }

    @Test(.enabled(if: OutsideTool.isInstalled("pdfinfo"), "needs poppler-utils"))
    func `every page is A4, lying where the picture lies`() async throws {
        let folder = try OnePDFArea.candidate(
            [
                "tj.id/1.jpg": Self.tall, "tj.diploma/1.jpg": FlatJPEG.redAndBlue(),
                "tj.eduRecord/1.jpg": FlatJPEG.redAndBlue(orientation: 6),
            ],
            in: home
        )
        try await run.make(folder)
        let tool = try #require(OutsideTool("pdfinfo"))
        let lines = try tool.run(["-l", "3", home.path("out.pdf")]).split(separator: "\n")
        let sizes = lines.filter { $0.hasPrefix("Page ") && $0.contains("size") }
            .map { $0.split(separator: ":").last.map(String.init) ?? "" }
        try #require(sizes.count == 3)
        #expect(sizes[0].contains("595.276 x 841.89 pts (A4)"))
        #expect(sizes[1].contains("841.89 x 595.276 pts (A4)"))
        // Stored lying, seen standing.
        #expect(sizes[2].contains("595.276 x 841.89 pts (A4)"))
        #expect(lines.contains { $0.hasPrefix("Tagged:") && $0.hasSuffix("yes") })
        #expect(lines.contains { $0.hasPrefix("Title:") && $0.hasSuffix("医师资格考试报名材料") })
    }

    @Test(.enabled(if: OutsideTool.isInstalled("pdftoppm"), "needs poppler-utils"))
    func `a picture that is turned by its tag stands upright`() async throws {
        // Red is left as stored; turned right by 90 degrees it is above.
        let folder = try OnePDFArea.candidate(
            ["tj.id/1.jpg": FlatJPEG.redAndBlue(orientation: 6)],
            in: home
        )
        try await run.make(folder)
        let tool = try #require(OutsideTool("pdftoppm"))
        try tool.run(["-r", "72", home.path("out.pdf"), home.path("page")])
        let page = try #require(PortableMap(home.bytes(of: "page-1.ppm")))
        let red = page.centre { red, _, blue in red > 180 && blue < 80 }
        let blue = page.centre { red, _, blue in blue > 180 && red < 80 }
        #expect(red.count > 100 && blue.count > 100)
        #expect(red.y < blue.y)
        #expect(abs(red.x - 297.5) < 2 && abs(blue.x - 297.5) < 2)
    }

    private static let palette = RawPNG(
        width: 4,
        colourType: 3,
        bitDepth: 2,
        palette: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120],
        rows: [[0b00_01_10_11]]
    )
    private static let translucent = RawPNG(
        width: 3,
        colourType: 6,
        rows: [[9, 8, 7, 255, 9, 8, 7, 0, 0, 0, 0, 51]]
    )
    private static let deep = RawPNG(
        width: 3,
        colourType: 2,
        bitDepth: 16,
        rows: [
            [0, 0, 0x80, 0x80, 0xFF, 0xFF] + Array(repeating: 0x40, count: 6) + [0, 0, 0, 0, 0, 0]
        ]
    )

    @Test(.enabled(if: OutsideTool.isInstalled("pdfimages"), "needs poppler-utils"))
    func `PNG of every kind shows the colours that it has`() async throws {
        let folder = try OnePDFArea.candidate(
            [
                "tj.id/1.png": Self.palette.bytes, "tj.diploma/1.png": Self.translucent.bytes,
                "tj.eduRecord/1.png": Self.deep.bytes,
            ],
            in: home
        )
        let report = try await run.make(folder)
        #expect(report.pictures[0].steps == [])
        #expect(report.pictures[1].steps == [.flattened, .repacked])
        #expect(report.pictures[2].steps == [.repacked])
        try #require(OutsideTool("pdfimages")).run([home.path("out.pdf"), home.path("p")])
        let expected: [(name: String, width: Int, pixels: [UInt8])] = [
            ("p-000.ppm", 4, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]),
            ("p-001.ppm", 3, [9, 8, 7, 255, 255, 255, 204, 204, 204]),
            ("p-002.ppm", 3, [0, 0x80, 0xFF, 0x40, 0x40, 0x40, 0, 0, 0]),
        ]
        for (name, width, pixels) in expected {
            #expect(
                try PortableMap(home.bytes(of: name)) == PortableMap(width: width, rows: [pixels])
            )
        }
    }

    @Test func `inks of print are refused, by name, and nothing is made`() async throws {
        let inks = FlatJPEG(
            Array(repeating: Array(repeating: [0, 40, 80, 255], count: 4), count: 4)
        )
        let folder = try OnePDFArea.candidate(
            ["tj.id/1.jpg": Self.tall, "tj.diploma/1.jpg": inks.bytes],
            in: home
        )
        let outcome = try await run.outcome(folder, limit: nil)
        guard case .unusable(let paths) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(paths == ["materials/tj.diploma/1.jpg"])
        #expect(try home.names() == ["c", "templates"])
    }

    @Test func `errors refuse it, but for the size that it mends`() async throws {
        let folder = try OnePDFArea.candidate(["tj.id/1.jpg": Self.tall], in: home)
        // Two materials are missing.
        guard case .refused = try await run.outcome(folder, limit: nil, allowsFindings: false)
        else {
            Issue.record("it was not refused")
            return
        }
        #expect(try home.names() == ["c", "templates"])
    }

    @Test func `an output that exists stays, and a new one is its owner's alone`() async throws {
        let folder = try OnePDFArea.candidate(["tj.id/1.jpg": Self.tall], in: home)
        let before = try home.bytes(of: "c/materials/tj.id/1.jpg")
        try home.write("mine", to: "out.pdf")
        await #expect(throws: PackagingError(.outputExists, home.path("out.pdf"))) {
            _ = try await run.outcome(folder, limit: nil, replaces: false)
        }
        #expect(try home.bytes(of: "out.pdf") == Array("mine".utf8))
        try await run.make(folder)
        let attributes = try FileManager.default.attributesOfItem(atPath: home.path("out.pdf"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try home.names() == ["c", "out.pdf", "templates"])
        #expect(try home.bytes(of: "c/materials/tj.id/1.jpg") == before)
    }

    @Test func `a folder without pictures is an error`() async throws {
        let folder = try OnePDFArea.candidate([:], in: home)
        try home.write("x", to: "c/materials/tj.id/.keep")
        await #expect(throws: PackagingError(.nothingToUpload, folder)) {
            _ = try await run.outcome(folder, limit: nil)
        }
    }

    @Test(.enabled(if: OutsideTool.isInstalled("qpdf"), "needs qpdf"))
    func `qpdf finds nothing wrong, and no words, seals or lists`() async throws {
        let folder = try OnePDFArea.candidate(
            ["tj.id/1.jpg": Self.tall, "tj.diploma/1.png": Self.palette.bytes],
            in: home
        )
        try await run.make(folder)
        let tool = try #require(OutsideTool("qpdf"))
        #expect(try tool.run(["--check", home.path("out.pdf")]).contains("No syntax"))
        let json = try tool.run(["--json", "--json-key=attachments", home.path("out.pdf")])
        #expect(json.contains("\"attachments\": {}"))
    }
}
