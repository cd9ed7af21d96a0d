import Foundation
import Registration
import Sealing
import Testing

/// The worked example of the published format: the article's values are what the code computes.
@Suite struct FormatExampleTests {
    /// Names and values of the article's blocks; bytes stand in hexadecimal over several lines.
    static let values: [String: String] = {
        var file = URL(filePath: #filePath)
        for _ in 0..<3 { file.deleteLastPathComponent() }
        file.append(path: "Sources/Sealing/Sealing.docc/Format.md")
        var values: [String: String] = [:]
        var isBlock = false
        var name = ""
        for line in ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
        {
            if line.hasPrefix("```") {
                isBlock = line == "```hex" || line == "```text"
            } else if isBlock, line.hasPrefix("    ") {
                values[name, default: ""] += line.dropFirst(4)
            } else if isBlock {
                name = String(line)
            }
        }
        return values
    }()

    func text(_ name: String) throws -> String { try #require(Self.values[name], "\(name)") }

    func bytes(_ name: String) throws -> [UInt8] {
        let text = try text(name)
        return stride(from: 0, to: text.count, by: 2).compactMap { place in
            UInt8(text.dropFirst(place).prefix(2), radix: 16)
        }
    }

    func hash(_ name: String) throws -> ContentHash {
        try #require(ContentHash(bytes: try bytes(name)))
    }

    @Test func `The key has its name`() throws {
        let key = try SigningKey(seed: bytes("seed"))
        #expect(try key.id.bytes == bytes("key id"))
    }

    @Test func `The manifest gives hash and id`() throws {
        let hash = ContentHash.of(Array(try text("manifest").utf8))
        #expect(try hash == self.hash("manifest's SHA-256"))
        let id = DossierID(manifest: hash)
        #expect(try id.bytes == bytes("dossier id"))
        #expect(try id.description == text("dossier id as printed"))
    }

    @Test func `The person gives the commitment`() throws {
        let pictures = ["first picture", "second picture"].map { ContentHash.of(Array($0.utf8)) }
        #expect(try pictures.first == hash("first picture's SHA-256"))
        #expect(try pictures.last == hash("second picture's SHA-256"))
        let salt = SubjectSalt(pictures: pictures)
        #expect(try salt.bytes == bytes("salt"))
        let commitment = try SubjectCommitment(
            idKind: "二代身份证",
            idNumber: "11010519491231002x",
            name: "张三",
            salt: salt
        )
        #expect(try commitment.bytes == bytes("commitment"))
        let hashed = ContentHash.of(try bytes("what the commitment hashes"))
        #expect(try Array(hashed.bytes.prefix(16)) == bytes("commitment"))
    }

    @Test func `The seal is the article's, byte for byte`() throws {
        let key = try SigningKey(seed: bytes("seed"))
        let payload = try SealPayload(
            place: SealPlace(.page, page: 2, pages: 3),
            caseID: nil,
            revision: 1,
            exam: .init(area: 43, year: 2026, category: 110),
            digest: hash("manifest's SHA-256"),
            subject: #require(SubjectCommitment(bytes: bytes("commitment"))),
            issued: 20_489,
            expires: 20_818
        )
        #expect(try payload.encoded == bytes("payload"))
        // The library's Ed25519 may be randomised, so what it signs is compared by verifying.
        let seal = try SealText(parsing: text("the page's seal"))
        #expect(seal.payload == payload)
        #expect(try seal.envelope.encoded == bytes("envelope"))
        #expect(try seal.envelope.signature == bytes("signature"))
        #expect(seal.envelope.isSigned(by: key.verifyingKey))
        let header = try CBOR(decoding: bytes("protected header"))
        #expect(header == .map([1: -19, 4: .bytes(key.id.bytes)]))
        let signed = try CBOR(decoding: bytes("Sig_structure"))
        let context = CBOR.bytes(Array("dossier-seal/1".utf8))
        let parts: CBOR = [
            "Signature1", .bytes(try bytes("protected header")), context, .bytes(payload.encoded),
        ]
        #expect(signed == parts)
        #expect(try key.verifyingKey.isValid(bytes("signature"), for: bytes("Sig_structure")))
    }

    @Test func `Unsigned codes are the article's`() throws {
        let page = PageCode(
            try SealPlace(.page, page: 2, pages: 3),
            digest: try hash("manifest's SHA-256")
        )
        #expect(try page.text == text("the unsigned page's code"))
        let code = try text("the unsigned page's code").dropFirst(5)
        #expect(try Base45.decode(code) == bytes("unsigned page"))

        let form = try FormCode(
            page: 1,
            pages: 1,
            answers: ContentHash.of(Array(text("a form's answers").utf8)),
            template: "practice-proof",
            version: 1
        )
        #expect(try form.text == text("the form's code"))
        let formCode = try text("the form's code").dropFirst(5)
        #expect(try Base45.decode(formCode) == bytes("unsigned form"))
    }

    @Test func `The code in a document is the article's and has its size`() throws {
        let blanks = [UInt8](repeating: 0x20, count: 320)
        let document = Array("%PDF-1.7\n".utf8) + blanks + Array("%%EOF\n".utf8)
        let code = PageCode(
            try SealPlace(.document, page: 0, pages: 3),
            digest: ContentHash.of(document)
        )
        #expect(try code.text == text("the document's code"))
        let seal = try DocumentSeal(code)
        #expect(seal.bytes.count == 320)
        #expect(seal.bytes.last == 0x0A)
        #expect(seal.bytes.starts(with: code.text.utf8))
        #expect(seal.bytes[code.text.utf8.count..<319].allSatisfy { $0 == 0x20 })
        #expect(try Base45.decode(code.text.dropFirst(5)) == bytes("unsigned document"))
    }
}
