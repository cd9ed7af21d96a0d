import CandidateFixtures
import Registration
import Sealing
import Testing

@testable import Packaging

/// Seals on forms: the same person, exam and days as on the dossier of the same folder.
@Suite struct FormSealingTests {
    let home: TemporaryFolder
    private let key: SigningKey

    init() throws {
        home = try TemporaryFolder()
        key = try SigningKey(seed: Array(repeating: 21, count: 32))
    }

    private func sealing(_ candidate: SmallCandidate, in folder: String) async throws -> FormSealing
    {
        let run = try PackRun()
        return try FormSealing(
            try await run.review(candidate.write(to: folder, in: home)),
            key: key,
            date: run.options.date,
            catalog: Repository.catalog()
        )
    }

    @Test func `a form's seal names page, answers, exam and person as the dossier's does`()
        async throws
    {
        let answers = ContentHash.of(Array("answers".utf8))
        let text = try await sealing(SmallCandidate(), in: "c").text(2, of: 3, answers)
        let form = try SealText(parsing: text)
        #expect(form.envelope.isSigned(by: key.verifyingKey))
        #expect(form.payload.place.kind == .form)
        #expect((form.payload.place.page, form.payload.place.pages) == (2, 3))
        #expect(form.payload.digest == answers)

        var options = PackRun.anyDay
        options.key = key
        let packed = try await PackRun(options)
            .pack(home.path("c"), to: .archive(home.path("c.zip")))
        let seal = try #require(UnpackedArchive(packed.path)["seal.txt"])
        let dossier = try SealText(parsing: String(decoding: seal.dropLast(), as: UTF8.self))
        #expect(form.payload.subject == dossier.payload.subject)
        #expect(form.payload.exam == dossier.payload.exam)
        #expect(form.payload.issued == dossier.payload.issued)
        #expect(form.payload.expires == dossier.payload.expires)
    }

    /// Whoever knows the salt can try all numbers of identity cards.
    @Test func `without pictures, or of nobody, there is no seal`() async throws {
        var bare = SmallCandidate(pictures: [:])
        bare.pictures["身份证明/.keep"] = []
        await #expect(throws: PackagingError.self) { try await sealing(bare, in: "bare") }
        await #expect(throws: PackagingError.self) {
            try await sealing(SmallCandidate(name: ""), in: "nobody")
        }
    }
}
