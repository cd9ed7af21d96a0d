import CandidateFixtures
import Registration
import Sealing
import Testing
import Verification

/// Texts of codes and ids, and what they are held against.
@Suite struct CodeTextTests {
    private static func verify(
        _ names: [String],
        against other: String? = nil,
        trust: TrustedKeys? = nil
    ) throws -> Verification {
        try Verifier(VerificationContext(trusted: trust, day: SealedArchive.issued))
            .verify(names, against: other)
    }

    private static func page(
        _ number: Int,
        of pages: Int = 5,
        _ manifest: ContentHash
    ) throws -> String {
        PageCode(
            try SealPlace(number == 0 ? .cover : .page, page: number, pages: pages),
            digest: manifest
        ).text
    }

    @Test func `a page belongs to its dossier and to no other`() async throws {
        let archive = try await SealedArchive(seed: nil)
        let other = try await SealedArchive(seed: nil, name: "试样乙")
        let bytes = try #require(UnpackedArchive(archive.path)["data/manifest.json"])
        let pages = try #require(try JSONValue(parsing: bytes)["pages"]?.integer)
        let text = try Self.page(2, of: pages, .of(bytes))
        let alone = try #require(try Self.verify([text]).reports.first)
        #expect(alone.isAccepted)
        #expect(alone.id?.compact == archive.id)
        #expect(alone.outcome(of: .issuer) == .absent)

        let mine = try Self.verify([text, archive.id], against: archive.path)
        #expect(mine.isAccepted)
        #expect(
            mine.reports.map { $0.codes(.passed).contains("against.same-dossier") } == [true, true]
        )
        let theirs = try Self.verify([text, archive.id], against: other.path)
        #expect(!theirs.isAccepted)
        #expect(
            theirs.reports.map { $0.codes(.failed) }
                == [["against.other-dossier"], ["against.other-dossier"]]
        )
    }

    /// The line end that comes with copying is forgiven, all else is not.
    @Test(arguments: [("", "\n", true), ("", "\r\n", true), (" ", "", false), ("", " ", false)])
    func `only a line end may stand around a code`(
        before: String,
        after: String,
        isRead: Bool
    ) throws {
        let text = before + (try Self.page(2, .of([1]))) + after
        let result = Result { try Self.verify([text]).isAccepted }
        #expect((try? result.get()) ?? false == isRead)
    }

    @Test func `a mistyped id is refused, and a name that is nothing cannot be looked at`() throws {
        let id = DossierID(manifest: .of([1])).description
        #expect(try Self.verify([id]).isAccepted)
        let first = id.first == "0" ? "1" : "0"
        let wrong = try Self.verify([first + id.dropFirst()])
        #expect(wrong.reports.first?.codes(.failed) == ["id.check"])
        #expect(throws: VerificationError.self) { try Self.verify(["no such file"]) }
    }

    @Test func `a seal's text names its key, and is believed by its key`() async throws {
        let archive = try await SealedArchive()
        let bytes = try #require(UnpackedArchive(archive.path)["seal.txt"])
        let text = String(decoding: bytes, as: UTF8.self)
        let trusted = try Self.verify([text], trust: SealedArchive.trust())
        #expect(trusted.isAccepted)
        #expect(trusted.reports.first?.isSealed == true)
        let stranger = try Self.verify(
            [text],
            trust: SealedArchive.trust(seed: SealedArchive.strangerSeed)
        )
        #expect(stranger.reports.first?.codes(.failed) == ["issuer.unknown-key"])
    }
}
