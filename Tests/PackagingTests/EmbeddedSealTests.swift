import CandidateFixtures
import Packaging
import Registration
import Sealing
import Testing

/// The seal inside dossier.pdf, found by nothing but its bytes.
@Suite struct EmbeddedSealTests {
    private static let mark = Array("\nstream\nDS".utf8)

    private func dossier(key: SigningKey?) async throws -> [UInt8] {
        let home = try TemporaryFolder()
        var options = PackRun.anyDay
        options.key = key
        let folder = try SmallCandidate().write(to: "c", in: home)
        let archive = try await PackRun(options).pack(folder, to: .archive(home.path("c.zip")))
        return try #require(UnpackedArchive(archive.path)["data/dossier.pdf"])
    }

    /// Where the seal lies: there must be no other stream that begins so.
    private func place(in pdf: [UInt8]) throws -> Range<Int> {
        let starts = pdf.indices.filter { pdf[$0...].starts(with: Self.mark) }
        let start = try #require(starts.first)
        #expect(starts.count == 1)
        return start + 8..<start + 8 + DocumentSeal.size
    }

    @Test(arguments: [false, true])
    func `the code is made over all bytes with blanks in its own place`(isSealed: Bool) async throws
    {
        let key = try isSealed ? SigningKey(seed: Array(repeating: 5, count: 32)) : nil
        let pdf = try await dossier(key: key)
        let place = try place(in: pdf)
        let seal = try DocumentSeal(parsing: Array(pdf[place]))
        var blanked = pdf
        blanked.replaceSubrange(place, with: Array(repeating: 0x20, count: place.count))
        #expect(seal.code.digest == ContentHash.of(blanked))
        switch seal.code {
        case .page: #expect(key == nil)
        case .seal(let text): #expect(try text.envelope.isSigned(by: #require(key).verifyingKey))
        case .form: Issue.record("a form's code")
        }
    }
}
