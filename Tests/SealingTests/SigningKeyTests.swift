import Registration
import Sealing
import Testing

@Suite struct SigningKeyTests {
    // RFC 8032, section 7.1: tests 1, 2, 3, SHA(abc) and 1024.
    private static let vectors: [(seed: String, key: String, message: String, signature: String)] =
        [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                """
                e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac
                c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
                """
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                """
                92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e
                458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
                """
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                """
                6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290
                ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
                """
            ),
            (
                "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                """
                ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a8
                36ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
                """,
                """
                dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ec
                fdfbc7c66431e0303dca179c138ac17ad9bef1177331a704
                """
            ),
            (LongMessage.seed, LongMessage.key, LongMessage.message, LongMessage.signature),
        ]

    @Test(arguments: vectors.indices)
    func `Signatures are those of RFC 8032, time and again`(index: Int) throws {
        let vector = Self.vectors[index]
        let key = try SigningKey(seed: [UInt8](hex: vector.seed))
        let message = [UInt8](hex: vector.message)
        let signature = [UInt8](hex: vector.signature)
        #expect(key.verifyingKey.bytes.hex == vector.key)
        for _ in 0..<20 { #expect(try key.signature(for: message) == signature) }
        #expect(key.verifyingKey.isValid(signature, for: message))
        #expect(!key.verifyingKey.isValid(signature, for: message + [0]))
        #expect(!key.verifyingKey.isValid(Array(signature.dropLast()), for: message))
    }

    // RFC 8037, appendix A.1 to A.4.
    private static let jwk = """
        {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
        "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
        """

    @Test func `The key of RFC 8037 is read, named and signs its example`() throws {
        let key = try SigningKey(file: Array(Self.jwk.utf8))
        #expect(key.id.description == "kPrK_qmxVWY")
        let message = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
        let signature = try key.signature(for: Array(message.utf8))
        let expected = """
            860c98d2297f3060a33f42739672d61b53cf3adefed3d3c672f320dc021b411e9d59b8628dc351e2
            48b88b29468e0e41855b0fb7d83bb15be902bfccb8cd0a02
            """
        #expect(signature == [UInt8](hex: expected))
    }

    // RFC 8410, section 10.3 (its public half from 10.1), and a key by `openssl genpkey`.
    @Test(arguments: [
        (
            "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC",
            "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1"
        ),
        (
            "MC4CAQAwBQYDK2VwBCIEIL3lUKTgkLUNGRtpOkqWc4HRt46FIP8E3w4tFylKIP75",
            "11572b8aebfeec64e42c7aa7474380b7de8e8b198053d6bcea785c1f0eda6af9"
        ),
    ])
    func `A PEM file is read and written as OpenSSL writes it`(body: String, hex: String) throws {
        let pem = "-----BEGIN PRIVATE KEY-----\n\(body)\n-----END PRIVATE KEY-----\n"
        let key = try SigningKey(file: Array(pem.utf8))
        #expect(key.verifyingKey.bytes.hex == hex)
        #expect(key.pem == Array(pem.utf8))
        let windows = Array(pem.replacing("\n", with: "\r\n").utf8)
        #expect(try SigningKey(file: windows).id == key.id)
    }

    @Test func `The example key has the name that other tools give it`() throws {
        let key = try SigningKey(seed: ContentHash.of(Array("office-key".utf8)).bytes)
        #expect(key.verifyingKey.base64URL == "MMf9K65fhv8-ZRRblYJIB6Ezvux8tRN7QYPm3yA6vTk")
        #expect(key.id.description == "KpQtif1snp4")
    }

    @Test func `A new key is another one each time`() {
        #expect(SigningKey().id != SigningKey().id)
    }

    @Test func `A printed or dumped key keeps its secret`() throws {
        let key = try SigningKey(file: Array(Self.jwk.utf8))
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key)" == "Ed25519 private key kPrK_qmxVWY")
        #expect(dumped.contains("kPrK_qmxVWY") && !dumped.contains("157"), "0x9d is the first byte")
        #expect("\([key])" == "[Ed25519 private key kPrK_qmxVWY]")
    }

    private static func pem(_ body: String, _ label: String = "PRIVATE KEY") -> String {
        "-----BEGIN \(label)-----\n\(body)\n-----END \(label)-----\n"
    }

    @Test(arguments: [
        ("", SealError.Code.keyFormat),
        ("{", .keyFormat),
        ("{}", .keyFormat),
        (Self.pem("MIGbMFcGCSqGSIb3DQEFDTBK", "ENCRYPTED PRIVATE KEY"), .keyEncrypted),
        (Self.pem("MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="), .keyFormat),
        (
            Self.pem("MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE", "PUBLIC KEY"),
            .keyFormat
        ),
        // X25519, by `openssl genpkey -algorithm x25519`.
        (Self.pem("MC4CAQAwBQYDK2VuBCIEIKjedn7XYh3wRRJtKw13kUXPlqYHIeFnpG8QhrD+Pq1f"), .keyFormat),
        (
            Self.pem("MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC=="),
            .keyFormat
        ),
        (Self.pem("MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVh"), .keyFormat),
        (Self.pem(""), .keyFormat),
        (jwk.replacing("Ed25519", with: "X25519"), .keyFormat),
        (jwk.replacing("OKP", with: "EC"), .keyFormat),
        (jwk.replacing("\"d\"", with: "\"e\""), .keyFormat),
        (jwk.replacing("nWGxne", with: "nWGx"), .keyFormat),
        (jwk.replacing("uf2A", with: "uf2B"), .keyFormat),
        (jwk.replacing("11qY", with: "11qZ"), .keyMismatch),
        (jwk.replacing("\"x\"", with: "\"y\""), .keyMismatch),
    ])
    func `A file that holds no such key is refused`(content: String, code: SealError.Code) throws {
        let error = try #require(throws: SealError.self) {
            try SigningKey(file: Array(content.utf8))
        }
        #expect(error.code == code)
    }

    @Test(arguments: [0, 31, 33, 64])
    func `A seed has thirty-two bytes`(count: Int) {
        #expect(throws: SealError(.keyFormat, "seed of \(count) bytes")) {
            try SigningKey(seed: [UInt8](repeating: 1, count: count))
        }
    }
}
