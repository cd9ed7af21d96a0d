import Registration
import Sealing
import Testing

@Suite struct SealTextTests {
    static let key = ContentHash.of(Array("office-key".utf8)).bytes

    static func payload(
        _ kind: SealPlace.Kind,
        page: Int,
        caseID: DossierID?,
        revision: Int,
        digest: String = "manifest"
    ) throws -> SealPayload {
        let subject = ContentHash.of(Array("salt+id".utf8)).bytes.prefix(16)
        return try SealPayload(
            place: SealPlace(kind, page: page, pages: 17),
            caseID: caseID,
            revision: revision,
            exam: .init(area: 43, year: 2026, category: 110),
            digest: ContentHash.of(Array(digest.utf8)),
            subject: try #require(SubjectCommitment(bytes: Array(subject))),
            issued: 20_484,
            expires: 20_818
        )
    }

    private static let caseID = DossierID(manifest: ContentHash.of(Array("did".utf8)))

    @Test(arguments: [
        (
            try payload(.page, page: 3, caseID: caseID, revision: 2), SealVectors.pagePayload,
            SealVectors.page
        ),
        (
            try payload(.cover, page: 0, caseID: nil, revision: 1), SealVectors.coverPayload,
            SealVectors.cover
        ),
        (
            try payload(
                .archive,
                page: 0,
                caseID: caseID,
                revision: 2,
                digest: "manifest-sha256.txt"
            ),
            SealVectors.archivePayload, SealVectors.archive
        ),
    ])
    func `A seal is byte for byte what other tools make`(
        payload: SealPayload,
        encoded: String,
        text: String
    ) throws {
        #expect(payload.encoded == [UInt8](hex: encoded))
        let key = try SigningKey(seed: Self.key)
        let seal = try SealText(sealing: payload, with: key)
        #expect(seal.text == text)
        #expect(try SealText(parsing: text) == seal)
        #expect(seal.envelope.isSigned(by: key.verifyingKey))
        #expect(!seal.envelope.isSigned(by: SigningKey().verifyingKey))
    }

    @Test(arguments: SealVectors.broken)
    func `A signed seal of another form is refused`(
        fault: String,
        code: String,
        text: String
    ) throws {
        let error = try #require(throws: SealError.self) { try SealText(parsing: text) }
        #expect(error.code.rawValue == code, "\(fault): \(error)")
    }

    @Test func `A signature made for another protocol does not fit`() throws {
        let seal = try SealText(parsing: SealVectors.otherProtocol)
        #expect(!seal.envelope.isSigned(by: try SigningKey(seed: Self.key).verifyingKey))
    }

    @Test(arguments: [
        "", "DS1", "DS1:", "DS0:" + SealVectors.page.dropFirst(4), "ds1:", SealVectors.page + "\n",
        SealVectors.page + "0", " " + SealVectors.page, SealVectors.page.lowercased(),
        "DS1:\u{301}" + SealVectors.page.dropFirst(4),
    ])
    func `Nothing may stand around a seal`(text: String) {
        #expect(throws: SealError.self) { try SealText(parsing: text) }
    }

    @Test func `A key that the seal does not name did not sign it`() throws {
        let key = try SigningKey(seed: Self.key)
        let header = CBOR.bytes(CBOR.map([1: -19, 4: .bytes([1, 2, 3, 4, 5, 6, 7, 8])]).encoded)
        let payload = CBOR.bytes([UInt8](hex: SealVectors.pagePayload))
        let context = CBOR.bytes(Array("dossier-seal/1".utf8))
        let signature = try key.signature(
            for: CBOR.array(["Signature1", header, context, payload]).encoded
        )
        let envelope = try COSESign1(
            parsing: CBOR.array([header, .map([:]), payload, .bytes(signature)]).encoded
        )
        #expect(envelope.keyID != key.id)
        #expect(!envelope.isSigned(by: key.verifyingKey))
    }

    @Test func `Every substitution of one character is refused`() throws {
        let key = try SigningKey(seed: Self.key).verifyingKey
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:a\n".utf8)
        let right = Array(SealVectors.page.utf8)
        var tried = 0
        for place in right.indices {
            for letter in alphabet where letter != right[place] {
                var typed = right
                typed[place] = letter
                let seal = try? SealText(parsing: String(decoding: typed, as: UTF8.self))
                tried += 1
                if let seal, seal.envelope.isSigned(by: key) {
                    Issue.record("passes with another character at \(place)")
                }
            }
        }
        #expect(tried == 249 * 46)
    }

    @Test func `Every missing or swapped character is refused`() throws {
        let key = try SigningKey(seed: Self.key).verifyingKey
        let right = Array(SealVectors.page.utf8)
        for place in right.indices.dropLast() where right[place] != right[place + 1] {
            var swapped = right
            swapped.swapAt(place, place + 1)
            var shorter = right
            shorter.remove(at: place)
            for typed in [swapped, shorter] {
                let seal = try? SealText(parsing: String(decoding: typed, as: UTF8.self))
                #expect(seal?.envelope.isSigned(by: key) != true)
            }
        }
    }
}
