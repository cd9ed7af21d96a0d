import Sealing
import Testing

// Skipped where the corpora are not beside the repository.
@Suite(.enabled(if: SharedCorpora.isPresent, "no corpora beside the repository"))
struct WycheproofTests {
    @Test func `Signatures are judged as Wycheproof judges them`() throws {
        let file = try JSONValue(parsing: SharedCorpora.bytes("jose/ed25519_test.json"))
        var judged = ["valid": 0, "invalid": 0]
        for group in try #require(file["testGroups"]?.array) {
            let x = try #require(group["publicKeyJwk"]?["x"]?.string)
            let key = try #require(VerifyingKey(base64URL: x))
            for test in try #require(group["tests"]?.array) {
                let message = [UInt8](hex: test["msg"]?.string ?? "")
                let signature = [UInt8](hex: test["sig"]?.string ?? "")
                let result = try #require(test["result"]?.string)
                #expect(
                    key.isValid(signature, for: message) == (result == "valid"),
                    "test \(test["tcId"]?.integer ?? 0)"
                )
                judged[result, default: 0] += 1
            }
        }
        #expect(judged == ["valid": 46, "invalid": 31])
    }
}
