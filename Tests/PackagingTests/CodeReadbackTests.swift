import CandidateFixtures
import Registration
import Sealing
import Testing

@testable import Packaging

/// What is drawn must say what was meant, or nothing is released.
@Suite struct CodeReadbackTests {
    let home: TemporaryFolder
    private let path: String
    private let texts: [String]

    init() async throws {
        home = try TemporaryFolder()
        path = home.path("c.pdf")
        let folder = try SmallCandidate().write(to: "c", in: home)
        let packed = try await PackRun().pack(folder, to: .pdf(path))
        texts = try (0..<packed.pages).map { page in
            let place = try SealPlace(
                page == 0 ? .cover : .page,
                page: page,
                pages: packed.pages - 1
            )
            return PageCode(place, digest: packed.manifest).text
        }
    }

    @Test func `what was meant is read from file and memory`() throws {
        #expect(texts.count > 3)
        try CodeReadback(texts: texts).check(path)
        try CodeReadback(texts: texts).check(home.bytes(of: "c.pdf"))
    }

    @Test func `another text, another order and a page too many are found`() throws {
        var other = texts
        other[2] += "0"
        var swapped = texts
        swapped.swapAt(1, 2)
        for (wrong, page) in [(other, "page 3"), (swapped, "page 2"), (texts + texts, "page")] {
            let error = #expect(throws: PackagingError.self) {
                try CodeReadback(texts: wrong).check(path)
            }
            #expect(error?.code == .codeUnreadable)
            #expect(error?.reason?.hasPrefix(page) == true)
        }
    }

    /// A box drawn over the middle of the page's code, as a careless template might.
    @Test(.enabled(if: OutsideTool.isInstalled("qpdf"), "needs qpdf"))
    func `a code that something covers is found`() throws {
        let qpdf = try #require(OutsideTool("qpdf"))
        try qpdf.run(
            [path, "--overlay", path, "--from=1", "--to=2", "--", home.path("covered.pdf")]
        )
        #expect(throws: PackagingError.self) {
            try CodeReadback(texts: texts).check(home.path("covered.pdf"))
        }
    }
}
