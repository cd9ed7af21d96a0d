import CandidateFixtures
import Packaging
import Registration
import Sealing
import TemplateCatalog
import Testing

@Suite struct UnusablePictureTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    struct Kind: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var bytes: [UInt8]
        var code: String
        var ending: String
    }

    static let kinds = [
        Kind(
            testDescription: "HEIC named .jpg",
            bytes: [0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0] + Array("mif1heic".utf8),
            code: "picture.wrong-format",
            ending: "heic"
        ),
        Kind(
            testDescription: "CMYK JPEG",
            bytes: FlatJPEG([[[0, 50, 100, 150], [9, 9, 9, 9]]]).bytes,
            code: "picture.unsupported",
            ending: "jpg"
        ),
        Kind(
            testDescription: "half a JPEG",
            bytes: Array(FlatJPEG.gray(3).dropLast(8)),
            code: "picture.truncated",
            ending: "jpg"
        ),
        Kind(testDescription: "no bytes", bytes: [], code: "picture.empty", ending: "bin"),
        Kind(
            testDescription: "text",
            bytes: Array("hello, not a picture".utf8),
            code: "picture.wrong-format",
            ending: "bin"
        ),
    ]

    @Test(arguments: kinds)
    func `an unusable picture has a page that says why and stays in the archive`(kind: Kind)
        async throws
    {
        let source = "materials/毕业证书/1.jpg"
        let folder = try SmallCandidate(pictures: [
            "毕业证书/1.jpg": kind.bytes, "毕业证书/2.jpg": FlatJPEG.redAndBlue(),
        ]).write(to: "c", in: home)
        let review = try await PackRun().review(folder)
        let found = review.findings.filter { $0.picture == source && $0.severity == .error }
        #expect(found.contains { $0.code.rawValue == kind.code }, "\(found.map(\.code.rawValue))")

        let archive = try await PackRun().pack(folder, to: .archive(home.path("c.zip")))
        let files = try UnpackedArchive(archive.path)
        let path = "data/materials/01-毕业证书/01.\(kind.ending)"
        #expect(files[path] == kind.bytes, "\(files.files.keys.sorted())")

        let value = try JSONValue(parsing: #require(files["data/manifest.json"]))
        let picture = (value["materials"]?.array ?? []).flatMap { $0["pictures"]?.array ?? [] }
            .first { $0["source"]?.string == source }
        #expect(picture?["embedded"] == false)
        #expect(picture?["page"]?.integer == archive.pages - 3)

        if let tool = OutsideTool("pdftotext") {
            try await PackRun().pack(folder, to: .pdf(home.path("c.pdf")))
            let page = "\(archive.pages - 2)"
            let text = try tool.run(["-f", page, "-l", page, home.path("c.pdf"), "-"])
                .filter { !$0.isWhitespace }
            let reason = try Repository.catalog().findingTexts()
                .sentence(for: #require(found.first), in: .zh, area: review.area)
            #expect(text.contains(reason.filter { !$0.isWhitespace }))
            #expect(text.contains(path))
        }
    }

    @Test(
        .enabled(if: Repository.corpus("wrong-ext/heic-as.jpg") != nil, "needs the corpora"),
        arguments: ["wrong-ext/heic-as.jpg", "jpeg-valid/go-video-001.cmyk.jpeg"]
    )
    func `so it is with pictures of others`(file: String) async throws {
        let path = try #require(Repository.corpus(file))
        var candidate = SmallCandidate()
        candidate.pictures = [:]
        try candidate.write(to: "c", in: home)
        try home.write("", to: "c/materials/毕业证书/.keep")
        try home.copy(path, to: "c/materials/毕业证书/1.jpg")
        let archive = try await PackRun().pack(home.path("c"), to: .archive(home.path("c.zip")))
        let kept = try UnpackedArchive(archive.path).files.filter {
            $0.key.hasPrefix("data/materials/01-毕业证书/01.")
        }
        #expect(try Array(kept.values) == [home.bytes(of: "c/materials/毕业证书/1.jpg")])
    }
}
