import CandidateFixtures
import Foundation
import Packaging
import Registration
import Testing

@Suite struct SubmissionBudgetTests {
    let run: SubmissionRun
    var home: TemporaryFolder { run.home }

    init() throws { run = try SubmissionRun() }

    private func scans() throws -> String {
        let pages = PageScan.pages
        try #require(pages.count == 3)
        return try OnePDFArea.candidate(
            [
                "tj.id/1.jpg": pages[0], "tj.diploma/1.jpg": pages[1],
                "tj.eduRecord/1.jpg": pages[2],
            ],
            in: home
        )
    }

    private func contains(_ part: [UInt8], in name: String) throws -> Bool {
        Data(try home.bytes(of: name)).range(of: Data(part)) != nil
    }

    @Test func `what fits to the byte is embedded byte for byte, and a byte less is packed`()
        async throws
    {
        let folder = try scans()
        let plain = try await run.make(folder, limit: 50_000_000)
        #expect(plain.reduced == [])
        #expect(try home.bytes(of: "out.pdf").count == plain.size.rawValue)
        for page in PageScan.pages { #expect(try contains(page, in: "out.pdf")) }

        let exact = try await run.make(folder, limit: plain.size.rawValue)
        #expect(exact.reduced == [])
        #expect(exact.size == plain.size)

        let tight = try await run.make(folder, limit: plain.size.rawValue - 1)
        #expect(tight.size < plain.size)
        // One picture packed without loss is enough, and its pixels are those that it had.
        #expect(tight.reduced.map(\.steps) == [[.repacked]])
        #expect(tight.level == nil)
    }

    @Test(.enabled(if: OutsideTool.isInstalled("pdfimages"), "needs poppler-utils"))
    func `packing loses no pixel`() async throws {
        let folder = try scans()
        let tool = try #require(OutsideTool("pdfimages"))
        let plain = try await run.make(folder, to: "plain.pdf", limit: 50_000_000)
        try await run.make(folder, to: "packed.pdf", limit: plain.size.rawValue - 1)
        for name in ["plain", "packed"] {
            try tool.run([home.path("\(name).pdf"), home.path(name)])
        }
        for page in ["000", "001", "002"] {
            let before = try home.bytes(of: "plain-\(page).ppm")
            #expect(try home.bytes(of: "packed-\(page).ppm") == before)
        }
    }

    @Test(arguments: [0.6, 0.4, 0.3])
    func `under any limit the pictures are as good as each other`(share: Double) async throws {
        let folder = try scans()
        let total = PageScan.pages.reduce(0) { $0 + $1.count }
        let limit = Int(Double(total) * share)
        let report = try await run.make(folder, limit: limit)
        #expect(report.size.rawValue <= limit)
        #expect(try home.bytes(of: "out.pdf").count == report.size.rawValue)
        let level = try #require(report.level)
        for entry in report.reduced {
            #expect(entry.after.quality == level.quality)
            #expect(entry.after.dpi >= 150)
            #expect(entry.after.size < entry.before.size)
        }
        // Bytes that are there are used.
        #expect(report.size.rawValue > limit * 9 / 10 || level.quality == 90)
    }

    @Test func `below the floor nothing is made, and what is said to be needed is enough`()
        async throws
    {
        let folder = try scans()
        let outcome = try await run.outcome(folder, limit: 60_000)
        guard case .illegible(let report) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try home.names() == ["c", "templates"])
        #expect(report.level == ReductionLevel(dpi: 150, quality: 40))
        #expect(report.pictures.allSatisfy { $0.after.dpi >= 150 && $0.after.quality == 40 })
        let least = report.size.rawValue
        let enough = try await run.make(folder, limit: least)
        #expect(enough.size.rawValue <= least)
        // A tenth less is refused: the floor is where it is said to be.
        guard case .illegible = try await run.outcome(folder, limit: least * 9 / 10) else {
            Issue.record("a tenth less went through")
            return
        }
    }

    @Test func `the same folder gives the same bytes, however many work on it`() async throws {
        let folder = try scans()
        let limit = PageScan.pages.reduce(0) { $0 + $1.count } / 2
        try await run.make(folder, to: "a.pdf", limit: limit, jobs: 1)
        try await run.make(folder, to: "b.pdf", limit: limit, jobs: 3)
        #expect(try home.bytes(of: "a.pdf") == home.bytes(of: "b.pdf"))
    }

    /// A small picture with so many bytes behind its end that all together have a size.
    private func padded(_ total: Int) throws -> String {
        let small = FlatJPEG.gray(90)
        let page = FlatJPEG.redAndBlue()
        let padding = [UInt8](repeating: 0, count: total - small.count - 2 * page.count)
        return try OnePDFArea.candidate(
            [
                "tj.id/1.jpg": page, "tj.diploma/1.jpg": small + padding,
                "tj.eduRecord/1.jpg": page,
            ],
            in: home
        )
    }

    // 2MB以内 by the area's own manual: M is 1024², and where something must be done anyway, 1000².
    @Test func `an area's limit counts for the file, not for the pictures alone`() async throws {
        let plain = try await run.make(padded(2_080_000))
        #expect(plain.limit?.rawValue == OnePDFArea.limits.most)
        #expect(plain.reduced == [])
        let overhead = plain.size.rawValue - 2_080_000
        #expect(overhead > 0 && overhead < 20_000)

        // Offsets are compressed, so that a byte more is now and then none: some sizes are tried.
        let border = OnePDFArea.limits.most - overhead
        var isReduced: Set<Bool> = []
        for bytes in stride(from: border - 4, through: border + 12, by: 4) {
            let folder = try padded(bytes)
            let unlimited = try await run.make(folder, limit: 50_000_000)
            let report = try await run.make(folder)
            if unlimited.size.rawValue <= OnePDFArea.limits.most {
                #expect(report.reduced == [])
                #expect(report.size == unlimited.size)
            } else {
                #expect(report.size.rawValue <= OnePDFArea.limits.aim)
                #expect(report.reduced.map(\.path) == ["materials/tj.diploma/1.jpg"])
            }
            isReduced.insert(!report.reduced.isEmpty)
        }
        #expect(isReduced.count == 2)
    }

    @Test func `without a limit nothing is reduced`() async throws {
        let folder = try SmallCandidate().write(to: "small", in: home)
        // Hubei takes pictures one by one: only the user can limit them together.
        let hubei = try TemporaryFolder()
        let review = try await FolderReview(
            at: folder,
            catalog: Repository.catalog(),
            day: SubmissionRun.anyDay
        )
        let outcome = try await SubmissionPacker(
            resources: PackResources(Repository.catalog()),
            options: SubmissionOptions(
                date: SubmissionRun.anyDay,
                allowsFindings: true,
                toolVersion: "0"
            ),
            fonts: PackRun.fonts
        ).pack(review, to: hubei.path("out.pdf"))
        guard case .made(let report) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(report.limit == nil)
        #expect(report.reduced == [])
    }
}
