import Sealing
import Testing

// Skipped where the corpora are not beside the repository.
@Suite(.enabled(if: SharedCorpora.isPresent, "no corpora beside the repository"))
struct JOSECorpusTests {
    private static func file(_ name: String) throws -> JSONValue {
        try JSONValue(parsing: SharedCorpora.bytes("jose/\(name)"))
    }

    @Test func `Every row of the corpus is judged here or has nothing that we read`() throws {
        let judged = [
            "ed25519_test.json", "rfc8037-ed25519-jws.json", "cookbook-jwk-3_1.ec_public_key.json",
            "cookbook-jwk-3_3.rsa_public_key.json",
            "cookbook-jwk-3_5.symmetric_key_mac_computation.json",
        ]
        // Signatures in JOSE's own envelope, by RSA, ECDSA and HMAC; a seal is COSE and Ed25519.
        let foreign = [
            "cookbook-4.2.hmac-sha2_b64_false.json", "cookbook-4_1.rsa_v15_signature.json",
            "cookbook-4_3.ecdsa_signature.json",
            "cookbook-4_5.signature_with_detached_content.json",
            "cookbook-4_7.protecting_content_only.json", "json_web_signature_test.json",
        ]
        let names = try SharedCorpora.names(in: "jose").filter { $0 != "index.tsv" }
        #expect(Set(names) == Set(judged + foreign))
    }

    @Test func `The signature of RFC 8037 is good, and made again`() throws {
        let file = try Self.file("rfc8037-ed25519-jws.json")
        let key = try #require(file["input"]?["key"])
        let signing = try SigningKey(file: key.canonicalBytes())
        let message = Array(try #require(file["signing"]?["sig-input"]?.string).utf8)
        let text = try #require(file["signing"]?["sig"]?.string)
        // base64url by hand: RFC 4648, section 5.
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let bits = try text.flatMap { letter in
            let value = try #require(letters.firstIndex(of: letter))
            return (0..<6).map { value >> (5 - $0) & 1 }
        }
        let signature = (0..<64).map { byte in
            bits[byte * 8..<byte * 8 + 8].reduce(0 as UInt8) { $0 << 1 | UInt8($1) }
        }
        #expect(try signing.signature(for: message) == signature)
        #expect(signing.verifyingKey.isValid(signature, for: message))
        #expect(!signing.verifyingKey.isValid(signature, for: message.dropLast()))
    }

    @Test(
        arguments: [
            ("cookbook-jwk-3_1.ec_public_key.json", "keys[0].kty"),
            ("cookbook-jwk-3_3.rsa_public_key.json", "keys[0].kty"),
            ("cookbook-jwk-3_5.symmetric_key_mac_computation.json", "keys[0].kty"),
        ]
    )
    func `A key of another kind is not trusted`(name: String, subject: String) throws {
        let keys = try JSONValue.object(["keys": [Self.file(name)]]).canonicalBytes()
        #expect(throws: SealError(.trustFile, subject)) { try TrustedKeys(parsing: keys) }
    }
}
