import Registration
import Sealing
import Testing

@Suite struct DocumentSealTests {
    private static let hash = ContentHash.of(Array("document".utf8))

    private static func code(_ kind: SealPlace.Kind = .document) throws -> PageCode {
        PageCode(try SealPlace(kind, page: 0, pages: 17), digest: hash)
    }

    private static func sealed(_ kind: SealPlace.Kind) throws -> SealText {
        let subject = try #require(SubjectCommitment(bytes: Array(repeating: 0xFF, count: 16)))
        let payload = try SealPayload(
            place: SealPlace(kind, page: 0, pages: 0xFFFF),
            caseID: DossierID(manifest: hash),
            revision: 0xFFFF,
            exam: SealPayload.Exam(area: 99, year: 2999, category: 9999),
            digest: hash,
            subject: subject,
            issued: 0xFFFF,
            expires: 0xFFFF
        )
        return try SealText(
            sealing: payload,
            with: SigningKey(seed: Array(repeating: 7, count: 32))
        )
    }

    @Test func `the file is 320 bytes: the code, blanks and a line feed`() throws {
        let code = try Self.code()
        let bytes = try DocumentSeal(code).bytes
        #expect(bytes.count == 320)
        #expect(String(decoding: bytes.prefix(61), as: UTF8.self) == code.text)
        #expect(bytes[61..<319].allSatisfy { $0 == 0x20 })
        #expect(bytes.last == 0x0A)
        #expect(try DocumentSeal(parsing: bytes).code == .page(code))
    }

    @Test func `the longest seal has room, and is read back`() throws {
        let seal = try Self.sealed(.document)
        let read = try DocumentSeal(parsing: DocumentSeal(seal).bytes)
        #expect(read.code == .seal(seal))
    }

    @Test(arguments: [SealPlace.Kind.cover, .archive, .form])
    func `a code of another kind is no seal of a document`(kind: SealPlace.Kind) throws {
        let code = PageCode(try SealPlace(kind, page: 0, pages: 17), digest: Self.hash)
        let padded = Array(code.text.utf8) + Array(repeating: 0x20, count: 258) + [0x0A]
        #expect(throws: SealError.self) { try DocumentSeal(code) }
        #expect(throws: SealError.self) { try DocumentSeal(parsing: padded) }
        let seal = try Self.sealed(kind)
        #expect(throws: SealError.self) { try DocumentSeal(seal) }
    }

    static let changes: [@Sendable (inout [UInt8]) -> Void] = [
        { $0.removeLast() }, { $0.append(0x0A) }, { $0[319] = 0x20 }, { $0[61] = 0x0A },
        { $0[200] = 0x30 }, { $0[0] = 0x20 }, { $0[318] = 0x09 }, { $0[60] = 0x20 }, { $0 = [] },
        { $0 = Array(repeating: 0x20, count: 319) + [0x0A] }, { $0[100] = 0xFF },
    ]

    @Test(arguments: changes.indices)
    func `nothing but the code and blanks is read`(index: Int) throws {
        var bytes = try DocumentSeal(Self.code()).bytes
        Self.changes[index](&bytes)
        let changed = bytes
        #expect(throws: SealError.self) { try DocumentSeal(parsing: changed) }
    }
}
