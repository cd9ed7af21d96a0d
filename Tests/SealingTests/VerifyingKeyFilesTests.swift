import Sealing
import Testing

@Suite struct VerifyingKeyFilesTests {
    // RFC 8410, section 10.1; its bytes by `openssl pkey -pubin -text`.
    private static let pem = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----

        """
    // RFC 8037, appendix A.2 and A.3.
    private static let jwk = """
        {"kty":"OKP","crv":"Ed25519","kid":"kPrK_qmxVWY",
        "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
        """

    @Test func `The public key of RFC 8410 is read and written`() throws {
        let key = try VerifyingKey(file: Array(Self.pem.utf8))
        #expect(
            key.bytes.hex == "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1"
        )
        #expect(String(decoding: key.pem, as: UTF8.self) == Self.pem)
    }

    @Test func `The public key of RFC 8037 is read and written`() throws {
        let key = try VerifyingKey(file: Array(Self.jwk.utf8))
        #expect(
            key.bytes.hex == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        )
        #expect(key.jwk == (try JSONValue(parsing: Array(Self.jwk.utf8))))
    }

    @Test(arguments: [
        "", "{", "{}", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
        pem.replacing("PUBLIC", with: "PRIVATE"), pem.replacing("MCow", with: "MCox"),
        pem.replacing("ZuE=", with: "ZuE"), pem + pem,
        // The same bytes said to be X25519's.
        pem.replacing("K2Vw", with: "K2Vu"),
        jwk.replacing("Ed25519", with: "X25519"), jwk.replacing("OKP", with: "EC"),
        jwk.replacing("\"x\"", with: "\"y\""), jwk.replacing("URo", with: "UR"),
        jwk.replacing("kPrK", with: "kPrL"),
        jwk.replacing(
            "\"kty\"",
            with: "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"kty\""
        ),
    ])
    func `Anything else is refused`(content: String) {
        #expect(throws: SealError.self) { try VerifyingKey(file: Array(content.utf8)) }
    }
}
