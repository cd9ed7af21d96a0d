import Archiving
import CandidateFixtures
import CodeReading
import PDFReading
import Sealing
import TemplateCatalog
import Testing

@testable import Packaging

/// A print job, read back from its PDF.
@Suite struct PrintJobTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func options(_ change: (inout PrintJobOptions) -> Void = { _ in }) -> PrintJobOptions {
        var options = PrintJobOptions(date: PackRun.anyDay.date, toolVersion: "0.0.1")
        change(&options)
        return options
    }

    private func job(_ options: PrintJobOptions) throws -> PrintJob {
        PrintJob(
            resources: try PackResources(Repository.catalog()),
            fonts: try PackRun.fonts(),
            options: options
        )
    }

    /// Packs a candidate of a few pictures; the archive's path.
    private func archive(_ name: String, _ change: (inout PackOptions) throws -> Void = { _ in })
        async throws -> String
    {
        var options = PackRun.anyDay
        try change(&options)
        let folder = try SmallCandidate(name: name).write(to: "folder-\(name)", in: home)
        return try await PackRun(options).pack(folder, to: .archive(home.path("\(name).zip"))).path
    }

    private func profile(_ name: String) throws -> DossierProfile? {
        try Repository.catalog().dossierProfiles()[name]
    }

    private func document(_ path: String) throws -> PDFDocument {
        try PDFDocument(bytes: WholeFile.read(path))
    }

    private func codes(_ document: PDFDocument, _ page: Int) throws -> [String] {
        DrawnCodeReader().codes(on: try document.page(page))
    }

    @Test func `each page bears the code of its archive's own page, and each sheet the cover's`()
        async throws
    {
        let key = try SigningKey(seed: Array(repeating: 9, count: 32))
        let sealed = try await archive("甲") { $0.key = key }
        let plain = try await archive("乙")
        let job = try job(options())
        for path in [sealed, plain] { _ = try job.add(archive: path) }
        let printed = try job.print(to: home.path("job.pdf"))
        let pages = try document(printed.path)
        #expect(pages.pageCount == printed.pages)
        for (archive, path) in zip(printed.archives, [sealed, plain]) {
            let own = try PDFDocument(
                bytes: #require(UnpackedArchive(path)["data/dossier.pdf"])
            )
            #expect(archive.pages == own.pageCount)
            let cover = try codes(own, 0)
            #expect(try codes(pages, archive.first - 1) == cover)
            for page in 0..<own.pageCount {
                let (before, after) = (try codes(own, page), try codes(pages, archive.first + page))
                #expect(after == before)
                #expect(after.count == 1)
                let (old, new) = (try own.page(page), try pages.page(archive.first + page))
                #expect(new.texts.map(\.text).joined() == old.texts.map(\.text).joined())
                #expect(new.images.count == old.images.count)
            }
        }
    }

    @Test func `pages are labelled by archive, and the list by itself`() async throws {
        let job = try job(options { $0.isDuplex = true })
        _ = try job.add(archive: await archive("甲"))
        let print = try profile("print")
        _ = try job.add(archive: await archive("乙") { $0.composition.profile = print })
        let printed = try job.print(to: home.path("job.pdf"))
        let pages = try document(printed.path)
        let labels = try (0..<pages.pageCount).map { try pages.page($0).label ?? "" }
        let first = printed.archives[0].first - 1
        #expect(Array(labels.prefix(first)) == ["i", "ii"])
        #expect(
            Array(labels[first..<(first + 4)]) == ["1-分隔页", "1-空白", "1-封面", "1-1"]
        )
        let second = printed.archives[1].first - 1
        #expect(
            Array(labels[second..<(second + 5)])
                == ["2-分隔页", "2-空白", "2-封面", "2-空白", "2-1"]
        )
        #expect(first.isMultiple(of: 2) && second.isMultiple(of: 2))
    }

    @Test func `the list names start pages, totals and what was left out`() async throws {
        let job = try job(options { $0.title = "第一考点" })
        let first = try await archive("甲")
        _ = try job.add(archive: first)
        _ = try job.add(archive: await archive("乙"))
        #expect(try job.add(archive: first) == .duplicate(id: job.entries[0].item.archive))
        job.leaveOut("/some/where/丙.zip", id: nil, reason: "文件内容已改变")
        let printed = try job.print(to: home.path("job.pdf"))
        #expect(printed.archives.map(\.first) == [2, 3 + printed.archives[0].pages])
        #expect(printed.duplicates == 1)
        let total = printed.archives.reduce(0) { $0 + $1.pages }
        #expect(printed.pages == total + 3)
        let list = try document(printed.path).page(0).text.split(separator: "\n")
        for word in ["甲", "乙", "丙.zip", "文件内容已改变", "2", "\(total)", "\(printed.pages)"] {
            #expect(list.contains { $0.contains(word) }, "\(word)")
        }
        // Names of folders are nobody's business.
        #expect(!list.contains { $0.contains("some/where") })
    }

    @Test(
        arguments: [
            (PrintJobOptions.Order.given, ["丙", "甲", "乙"]), (.name, ["丙", "乙", "甲"]),
            (.area, ["丙", "乙", "甲"]),
        ]
    )
    func `archives follow in the order asked for`(
        order: PrintJobOptions.Order,
        names: [String]
    ) async throws {
        let job = try job(options { $0.order = order })
        for name in ["丙", "甲", "乙"] { _ = try job.add(archive: await archive(name)) }
        #expect(job.ordered().map(\.item.name) == names)
    }

    @Test func `of two revisions the older one is marked, and both are printed`() async throws {
        let first = try await archive("甲")
        var options = PackRun.anyDay
        options.key = try SigningKey(seed: Array(repeating: 9, count: 32))
        let sealer = ArchiveSealer(
            resources: try PackResources(Repository.catalog()),
            fonts: try PackRun.fonts(),
            options: options
        )
        let result = try await sealer.seal(first, to: .archive(home.path("2.zip")), jobs: 1)
        let second = try #require(result.archive)
        let job = try job(self.options())
        _ = try job.add(archive: first)
        _ = try job.add(archive: second.path)
        #expect(job.ordered().map(\.item.remark) == ["另有新版", "第 2 版"])
        #expect(try job.print(to: home.path("job.pdf")).archives.count == 2)
    }

    /// The job as a machine makes it on which the templates are others.
    private func job(_ templates: String) throws -> PrintJob {
        let catalog = try TemplateCatalog(locate: .init(folder: home.path(templates)))
        return PrintJob(
            resources: try PackResources(catalog),
            fonts: try PackRun.fonts(),
            options: options()
        )
    }

    @Test func `rules that changed or are gone are told, and the index says the same`()
        async throws
    {
        try home.copy(Repository.sample("hubei-2025"), to: "candidate")
        try home.remove("candidate/materials/学位证书")
        let path = try await PackRun(PackRun.onDay("2025-02-10"))
            .pack(home.path("candidate"), to: .archive(home.path("a.zip"))).path
        let own = try PDFDocument(bytes: #require(UnpackedArchive(path)["data/dossier.pdf"]))
        let index = try own.page(1).texts.map(\.text).joined()
        #expect(index.contains("学位证书"))
        try home.copy(Repository.root + "/Templates", to: "templates")
        let area = "templates/Areas/hubei-2025.yaml"
        for remark in ["考区规则已改", "缺考区规则"] {
            if remark == "缺考区规则" {
                try home.remove(area)
            } else {
                try home.write(home.bytes(of: area) + Array("# more\n".utf8), to: area)
            }
            let job = try job("templates")
            _ = try job.add(archive: path)
            #expect(job.ordered().map(\.item.remark) == [remark])
            let printed = try job.print(to: home.path("\(remark).pdf"))
            let words = try document(printed.path).page(3).texts.map(\.text).joined()
            #expect(words == index)
        }
    }

    @Test func `what other templates would print otherwise is not printed`() async throws {
        let path = try await archive("甲")
        try home.copy(Repository.root + "/Templates", to: "templates")
        // Without the labels of its questions the index is shorter.
        try home.remove("templates/Areas/hubei-2025.yaml")
        let job = try job("templates")
        let failure = #expect(throws: PackagingError.self) { try job.add(archive: path) }
        #expect(failure?.code == .pagesDiffer)
        #expect(job.ordered().isEmpty)
    }

    @Test func `an archive that changes after it was added stops the job, and nothing is left`()
        async throws
    {
        let first = try await archive("甲")
        let second = try await archive("乙")
        let job = try job(options())
        _ = try job.add(archive: first)
        try home.write(WholeFile.read(second), to: "甲.zip")
        #expect(throws: PackagingError.self) { try job.print(to: home.path("job.pdf")) }
        #expect(try home.names() == ["folder-乙", "folder-甲", "乙.zip", "甲.zip"].sorted())
    }

    @Test func `a job of nothing is none`() throws {
        let job = try job(options())
        job.leaveOut("a.zip", id: nil, reason: "x")
        #expect(throws: PackagingError.self) { try job.print(to: home.path("job.pdf")) }
    }

    @Test func `the same job is the same bytes`() async throws {
        let path = try await archive("甲")
        for name in ["1.pdf", "2.pdf"] {
            let job = try job(options())
            _ = try job.add(archive: path)
            _ = try job.print(to: home.path(name))
        }
        #expect(try home.bytes(of: "1.pdf") == home.bytes(of: "2.pdf"))
    }

    @Test(arguments: zip([1, 4, 9, 14, 40, 1999], ["i", "iv", "ix", "xiv", "xl", "mcmxcix"]))
    func `pages of the list are counted in Roman numerals`(number: Int, text: String) {
        #expect(RomanNumeral.text(of: number) == text)
    }
}
