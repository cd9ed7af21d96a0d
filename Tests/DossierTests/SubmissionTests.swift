import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct SubmissionTests {
    let home: TemporaryFolder
    let dossier: Command
    let templates: String

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
        templates = try OnePDFArea.templates(in: home)
    }

    /// A complete candidate of three small pictures, one of them of that many bytes.
    private func candidate(padding: Int = 0) throws -> String {
        try OnePDFArea.candidate(
            [
                "tj.id/1.jpg": FlatJPEG.gray(90),
                "tj.diploma/1.jpg": FlatJPEG.redAndBlue() + [UInt8](repeating: 0, count: padding),
                "tj.eduRecord/1.jpg": FlatJPEG.gray(120),
            ],
            in: home
        )
    }

    private func pack(_ folder: String, _ more: String...) throws -> Command.Run {
        try dossier(
            [
                "pack", folder, "--profile", "submission", "--pdf-only", home.path("up.pdf"),
                "--templates", templates, "--allow-findings", "--lang", "en",
            ] + more
        )
    }

    @Test func `it says what it made, and that nothing was reduced`() throws {
        let run = try pack(candidate())
        #expect(run.status == 0, "\(run)")
        #expect(run.output.contains("3 pages"))
        #expect(run.output.contains("of at most 2,097,152; 0 pictures reduced"))
        let size = try home.bytes(of: "up.pdf").count
        #expect(size < 20_000)
    }

    @Test func `it says of each picture that was reduced how`() throws {
        let run = try pack(candidate(padding: 30_000), "--max-size", "20KB")
        #expect(run.status == 0, "\(run)")
        let line = try #require(
            run.lines.first { $0.contains("tj.diploma/1.jpg") && $0.contains("→") }
        )
        #expect(line.contains("packed tighter without loss"))
        #expect(line.contains("trailing bytes cut off"))
        #expect(run.output.contains("of at most 20,480; 1 pictures reduced"))
        #expect(try home.bytes(of: "up.pdf").count <= 20_480)
    }

    @Test func `as JSON it is one object with before and after`() throws {
        let run = try pack(candidate(padding: 30_000), "--max-size", "20000", "--json")
        #expect(run.status == 0, "\(run)")
        #expect(run.lines.count == 1)
        let value = try JSONValue(parsing: Array(run.output.utf8))
        let size = try home.bytes(of: "up.pdf").count
        #expect(value["bytes"]?.integer == size)
        #expect(value["limit"]?.integer == 20_000)
        let picture = try #require(value["pictures"]?[1])
        #expect(picture["path"]?.string == "materials/tj.diploma/1.jpg")
        #expect(picture["before"]?["width"]?.integer == 64)
        #expect(picture["steps"]?[0]?["step"]?.string == "repacked")
        #expect(value["pictures"]?[0]?["steps"]?.array?.isEmpty == true)
    }

    @Test func `what cannot fit is 2 and names the largest, what is needed and how to mend it`()
        throws
    {
        let run = try pack(candidate(), "--max-size", "1KB")
        #expect(run.status == 2)
        #expect(run.errors.contains("it would not be legible"))
        #expect(run.errors.contains("materials/tj.diploma/1.jpg"))
        #expect(run.errors.contains("--max-size"))
        #expect(!FileManager.default.fileExists(atPath: home.path("up.pdf")))
    }

    @Test(arguments: [
        ["--max-size", "0"], ["--max-size", "2 apples"], ["--masked"], ["--watermark"],
        ["--volume-pages", "10"], ["-o", "x.zip"],
    ])
    func `what makes no sense beside it is a fault of usage`(options: [String]) throws {
        let folder = try candidate()
        let run = try dossier(
            ["pack", folder, "--profile", "submission", "--pdf-only", home.path("up.pdf")] + options
        )
        #expect(run.status == 64, "\(run)")
    }

    @Test func `a limit needs the profile, and the profile a PDF`() throws {
        let folder = try candidate()
        #expect(
            try dossier("pack", folder, "-o", home.path("x.zip"), "--max-size", "2MB").status == 64
        )
        let archive = try dossier(
            "pack",
            folder,
            "-o",
            home.path("x.zip"),
            "--profile",
            "submission"
        )
        #expect(archive.status == 64)
    }

    @Test func `check says what the pictures have together, and what mends it`() throws {
        let bytes = 2 * FlatJPEG.gray(90).count + FlatJPEG.redAndBlue().count
        let small = try dossier("check", candidate(), "--templates", templates, "--lang", "en")
        #expect(small.output.contains("one PDF: the pictures have \(bytes) bytes"))
        let large = try dossier(
            "check",
            candidate(padding: 2_100_000),
            "--templates",
            templates,
            "--lang",
            "en"
        )
        #expect(large.output.contains("[dossier.too-large]"))
        #expect(large.output.contains("--profile submission"))
        let json = try dossier("check", home.path("c"), "--templates", templates, "--json")
        let value = try JSONValue(parsing: Array(json.output.utf8))
        #expect(value["onePDF"]?["pictureBytes"]?.integer == 2_100_000 + bytes)
        #expect(value["onePDF"]?["limit"]?.integer == OnePDFArea.limits.most)
    }
}
