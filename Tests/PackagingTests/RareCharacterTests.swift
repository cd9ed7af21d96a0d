import CandidateFixtures
import PageLayout
import Registration
import Review
import Testing

@testable import Packaging

@Suite struct RareCharacterTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    /// 䶮 of Extension A, 𠮷 of Extension B, 𫟹 of C, 𫠜 of D, and the dot of long names.
    static let rare = "䶮𠮷𫟹𫠜·吾提库尔"
    /// The first character of Extension I, which no font of the list has.
    static let missing = "\u{2EBF0}"

    @Test func `rare characters of names are printed and can be searched for`() async throws {
        let folder = try SmallCandidate(name: Self.rare).write(to: "c", in: home)
        let run = try PackRun()
        let review = try await run.review(folder)
        #expect(!review.findings.contains { $0.code == .textMissingGlyph })
        try await run.pack(folder, to: .pdf(home.path("c.pdf")))
        if let tool = OutsideTool("pdftotext") {
            let text = try tool.run([home.path("c.pdf"), "-"])
            #expect(text.contains(Self.rare))
        }
    }

    @Test func `a character without a glyph is a finding by its number and a 〓 in print`()
        async throws
    {
        let candidate = SmallCandidate(name: "试\(Self.missing)样")
        let folder = try candidate.write(to: "c", in: home)
        let review = try await PackRun().review(folder)
        let found = review.findings.filter { $0.code == .textMissingGlyph }
        #expect(found.map(\.measured) == ["U+2EBF0"])
        #expect(found.map(\.severity) == [.error])

        let pages = try review.dossierLayout().pages
        #expect(pages[0].words.contains("试〓样"))
        #expect(pages[1].words.contains { $0.contains("试〓样") })
        #expect(!pages.contains { $0.words.joined().contains(Self.missing) })
        // What cannot be printed does not keep the archive from being made.
        try await PackRun().pack(folder, to: .archive(home.path("c.zip")))
    }

    @Test func `a file's name without glyphs is a warning at the file`() async throws {
        var candidate = SmallCandidate()
        candidate.pictures["身份证明/\(Self.missing).jpg"] = FlatJPEG.gray(9)
        let review = try await PackRun().review(candidate.write(to: "c", in: home))
        let found = review.findings.filter { $0.code == .textMissingGlyph }
        #expect(found.map(\.picture) == ["materials/身份证明/\(Self.missing).jpg"])
        #expect(found.map(\.severity) == [.warning])
        #expect(try review.dossierLayout().pages.contains { $0.words.contains("〓.jpg") })
    }
}
