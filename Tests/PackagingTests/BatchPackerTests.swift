import CandidateFixtures
import Packaging
import Sealing
import TemplateCatalog
import Testing

@Suite(.timeLimit(.minutes(10))) struct BatchPackerTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    /// Writes candidates of different names; their folders.
    private func folders(_ count: Int) throws -> [String] {
        try (1...count).map {
            try SmallCandidate(name: "试样\($0)").write(to: "c\($0)", in: home)
        }
    }

    /// Packs and gathers the results by folder.
    @discardableResult
    private func pack(
        _ folders: [String],
        to output: String = "out",
        jobs: Int = 2,
        options: PackOptions = PackRun.anyDay,
        templates: String? = nil
    ) async throws -> [String: JSONValue] {
        let catalog = try templates.map { try TemplateCatalog(locate: .init(folder: $0)) }
        let packer = try BatchPacker(
            resources: PackResources(catalog ?? Repository.catalog()),
            fonts: Repository.catalog().fonts(home: nil),
            options: options,
            output: home.path(output)
        )
        var results: [String: JSONValue] = [:]
        try await packer.pack(folders, jobs: jobs) { result in
            results[result.folder] = result.json { "\($0)" }
        }
        return results
    }

    private func words(_ results: [String: JSONValue], _ folders: [String]) -> [String?] {
        folders.map { results[$0]?["result"]?.string }
    }

    @Test func `one worker and four give the same archives`() async throws {
        let folders = try folders(5)
        try await pack(folders, to: "one", jobs: 1)
        try await pack(folders.reversed(), to: "four", jobs: 4)
        let names = try home.names(in: "one").filter { $0.hasSuffix(".zip") }
        #expect(names.count == 5)
        #expect(try home.names(in: "four").filter { $0.hasSuffix(".zip") } == names)
        for name in names {
            #expect(try home.bytes(of: "one/\(name)") == home.bytes(of: "four/\(name)"))
        }
    }

    @Test func `a folder that fails stops no other, and each has its result`() async throws {
        var folders = try folders(3)
        try home.write("", to: "broken/notes.txt")
        try home.write("area: [", to: "c2/candidate.yaml")
        folders.insert(contentsOf: [home.path("nowhere"), home.path("broken")], at: 1)
        let results = try await pack(folders)
        #expect(
            words(results, folders) == ["packed", "failed", "failed", "failed", "packed"]
        )
        #expect(results[home.path("nowhere")]?["error"]?.string?.contains("nowhere") == true)
        #expect(results[home.path("c2")]?["error"]?.string?.hasPrefix("candidate.yaml:") == true)
        #expect(try home.names(in: "out").count { $0.hasSuffix(".zip") } == 2)
    }

    @Test func `a folder with errors is refused with its findings`() async throws {
        var options = PackRun.onDay("2025-02-10")
        options.allowsFindings = false
        let folders = try folders(1) + [Repository.sample("hubei-2025")]
        let results = try await pack(folders, options: options)
        #expect(words(results, folders) == ["refused", "packed"])
        let codes = results[folders[0]]?["findings"]?.array?.map { $0["code"]?.string }
        #expect(codes?.contains("material.missing") == true)
        #expect(try home.names(in: "out").count { $0.hasSuffix(".zip") } == 1)
    }

    @Test func `a second run skips what is finished and packs what has changed`() async throws {
        let folders = try folders(3)
        let first = try await pack(folders)
        let before = try home.names(in: "out")
        #expect(words(try await pack(folders), folders) == ["skipped", "skipped", "skipped"])
        #expect(try home.names(in: "out") == before)
        let again = try await pack(folders)
        // Both runs call the archive by the same id.
        #expect(again[folders[0]]?["id"] == first[folders[0]]?["archive"]?["id"])

        try home.write(FlatJPEG.gray(99), to: "c2/materials/身份证明/1.jpg")
        #expect(words(try await pack(folders), folders) == ["skipped", "packed", "skipped"])
        try home.write("x", to: "c3/materials/stray.txt")
        #expect(words(try await pack(folders), folders) == ["skipped", "skipped", "packed"])
        let zip = try #require(first[folders[0]]?["archive"]?["path"]?.string)
        try home.remove("out/" + (zip.split(separator: "/").last.map(String.init) ?? ""))
        #expect(words(try await pack(folders), folders) == ["packed", "skipped", "skipped"])
    }

    @Test func `a run on another day, with a key or by other rules skips nothing`() async throws {
        let folders = try folders(1)
        try await pack(folders)
        let later = try await pack(folders, options: PackRun.onDay("2026-02-06"))
        #expect(words(later, folders) == ["packed"])

        try home.copy(Repository.root + "/Templates", to: "Templates")
        let rules = "Templates/Areas/hubei-2025.yaml"
        try home.write(try home.bytes(of: rules) + Array("# changed\n".utf8), to: rules)
        let other = try await pack(folders, templates: home.path("Templates"))
        #expect(words(other, folders) == ["packed"])

        // The same id, but what stands there is not sealed: it must not pass for what was wanted.
        var options = PackRun.anyDay
        options.key = try SigningKey(seed: DeterminismTests.seed)
        #expect(words(try await pack(folders, options: options), folders) == ["failed"])
        options.replaces = true
        #expect(words(try await pack(folders, options: options), folders) == ["packed"])
    }

    @Test func `a journal cut by a crash, or full of rubbish, does no harm`() async throws {
        let folders = try folders(2)
        try await pack(Array(folders.prefix(1)))
        let journal = try home.bytes(of: "out/.dossier-journal")
        #expect(!String(decoding: journal, as: UTF8.self).contains("试样"))
        try home.write(
            Array("\n\u{0}\nno fingerprint\n".utf8) + journal + journal.prefix(40),
            to: "out/.dossier-journal"
        )
        #expect(words(try await pack(folders), folders) == ["skipped", "packed"])
        #expect(words(try await pack(folders), folders) == ["skipped", "skipped"])
    }

    @Test func `no folders and no workers are no reason to wait`() async throws {
        #expect(try await pack([]).isEmpty)
        let folders = try folders(2)
        #expect(words(try await pack(folders, jobs: 0), folders) == ["packed", "packed"])
    }

    @Test func `when results can no longer be told, no further folder is begun`() async throws {
        // So many that a busy machine is not done with them before the first is told.
        let folders = try folders(100)
        let packer = try BatchPacker(
            resources: PackResources(Repository.catalog()),
            fonts: Repository.catalog().fonts(home: nil),
            options: PackRun.anyDay,
            output: home.path("out")
        )
        struct Full: Error {}
        await #expect(throws: Full.self) {
            try await packer.pack(folders, jobs: 1) { _ in throw Full() }
        }
        #expect(try home.names(in: "out").count { $0.hasSuffix(".zip") } < 100)
    }

    @Test(arguments: [1, 2, 8])
    func `each folder is told and recorded soon after it is packed, not at the end`(jobs: Int)
        async throws
    {
        let folders = try folders(40)
        let packer = try BatchPacker(
            resources: PackResources(Repository.catalog()),
            fonts: Repository.catalog().fonts(home: nil),
            options: PackRun.anyDay,
            output: home.path("out")
        )
        var told = 0
        var ahead: [Int] = []
        try await packer.pack(folders, jobs: jobs) { _ in
            told += 1
            ahead.append(try home.names(in: "out").count { $0.hasSuffix(".zip") } - told)
        }
        // At the first result few others may be done; on a busy machine some more.
        #expect(try #require(ahead.first) < 30, "\(ahead)")
    }

    @Test func `an output that is no folder is an error`() throws {
        let file = try home.write("", to: "file")
        #expect(throws: PackagingError.self) {
            try BatchPacker(
                resources: PackResources(Repository.catalog()),
                fonts: Repository.catalog().fonts(home: nil),
                options: PackRun.anyDay,
                output: file + "/out"
            )
        }
    }
}
