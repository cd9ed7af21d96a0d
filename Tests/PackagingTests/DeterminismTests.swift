import CandidateFixtures
import Packaging
import Sealing
import Testing

@Suite struct DeterminismTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    static let seed = Array(repeating: 7 as UInt8, count: 32)

    @Test(arguments: ["hubei-2025", "hunan-2026"], [nil, seed])
    func `the same folder, date and key give the same bytes, wherever the folder lies`(
        sample: String,
        seed: [UInt8]?
    ) async throws {
        var options = PackRun.anyDay
        options.key = try seed.map { try SigningKey(seed: $0) }
        let folder = Repository.sample(sample)
        try home.copy(folder, to: "elsewhere")
        let run = try PackRun(options)
        let first = try await run.pack(folder, to: .archive(home.path("1.zip")))
        let again = try await PackRun(options).pack(folder, to: .archive(home.path("2.zip")))
        let copy = try await run.pack(home.path("elsewhere/"), to: .archive(home.path("3.zip")))
        let bytes = try home.bytes(of: "1.zip")
        #expect(try home.bytes(of: "2.zip") == bytes)
        #expect(try home.bytes(of: "3.zip") == bytes)
        #expect(first.id == again.id && first.id == copy.id)
        #expect(first.isSealed == (seed != nil))

        // The PDF alone is the PDF of the archive.
        _ = try await run.pack(folder, to: .pdf(home.path("alone.pdf")))
        let archived = try UnpackedArchive(first.path)["data/dossier.pdf"]
        #expect(try home.bytes(of: "alone.pdf") == archived)
    }

    @Test func `another date, name or picture gives another id`() async throws {
        let run = try PackRun()
        var ids: Set<String> = []
        var candidate = SmallCandidate()
        ids.insert(try await run.pack(candidate.write(to: "1", in: home), to: target(1)).id)
        ids.insert(
            try await PackRun(PackRun.onDay("2026-02-06")).pack(home.path("1"), to: target(2)).id
        )
        candidate.name = "试样乙"
        ids.insert(try await run.pack(candidate.write(to: "3", in: home), to: target(3)).id)
        candidate.pictures["身份证明/1.jpg"] = FlatJPEG.gray(41)
        ids.insert(try await run.pack(candidate.write(to: "4", in: home), to: target(4)).id)
        #expect(ids.count == 4)
    }

    @Test func `a key changes codes and seal, not the id`() async throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        var options = PackRun.anyDay
        options.key = try SigningKey(seed: Self.seed)
        let plain = try await PackRun().pack(folder, to: target(1))
        let sealed = try await PackRun(options).pack(folder, to: target(2))
        #expect(plain.id == sealed.id)
        #expect(try home.bytes(of: "1.zip") != home.bytes(of: "2.zip"))
    }

    private func target(_ number: Int) -> PackTarget { .archive(home.path("\(number).zip")) }
}
