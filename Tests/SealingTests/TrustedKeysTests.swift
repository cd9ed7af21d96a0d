import Registration
import Sealing
import Testing

@Suite struct TrustedKeysTests {
    private static let file = """
        {"version": 3, "keys": [{"kty": "OKP", "crv": "Ed25519", "alg": "Ed25519",
          "x": "MMf9K65fhv8-ZRRblYJIB6Ezvux8tRN7QYPm3yA6vTk", "kid": "KpQtif1snp4",
          "name": "湖南考区", "areas": ["43", "42"], "years": [2026], "nbf": 20454, "exp": 20818}]}
        """

    @Test func `A file of keys is read`() throws {
        let keys = try TrustedKeys(parsing: Array(Self.file.utf8))
        let key = try #require(keys.keys.first)
        #expect(keys.keys.count == 1)
        #expect(key.name == "湖南考区")
        #expect(key.areas == [42, 43])
        #expect(key.years == [2026])
        #expect(key.days == 20_454...20_818)
        #expect(keys.keys(named: key.key.id) == [key])
        #expect(try TrustedKeys(parsing: keys.canonicalBytes()) == keys)
    }

    @Test(arguments: ["\"alg\": \"EdDSA\",", ""])
    func `The older name of the algorithm, and none, mean the same`(alg: String) throws {
        let text = Self.file.replacing("\"alg\": \"Ed25519\",", with: alg)
        let keys = try TrustedKeys(parsing: Array(text.utf8))
        #expect(keys.keys.count == 1)
    }

    @Test(arguments: [
        ("\"OKP\"", "\"EC\"", "keys[0].kty"),
        ("\"crv\": \"Ed25519\"", "\"crv\": \"X25519\"", "keys[0].crv"),
        ("\"alg\": \"Ed25519\"", "\"alg\": \"RS256\"", "keys[0].alg"),
        ("\"alg\": \"Ed25519\"", "\"alg\": null", "keys[0].alg"),
        ("A6vTk\"", "A6vTl\"", "keys[0].x"),
        ("MMf9", "MMf8", "keys[0].kid"),
        ("\"KpQtif1snp4\"", "\"KpQtif1snp5\"", "keys[0].kid"),
        ("\"湖南考区\"", "\"\"", "keys[0].name"),
        ("[\"43\", \"42\"]", "[]", "keys[0].areas"),
        ("[\"43\", \"42\"]", "[43]", "keys[0].areas"),
        ("\"42\"]", "\"*\"]", "keys[0].areas"),
        ("\"42\"]", "\"042\"]", "keys[0].areas"),
        ("[2026]", "[]", "keys[0].years"),
        ("[2026]", "[\"2026\"]", "keys[0].years"),
        ("20454", "-1", "keys[0].nbf"),
        ("20454", "1767225600", "keys[0].nbf"),
        ("20818", "20453", "keys[0].exp"),
        (", \"exp\": 20818", "", "keys[0].exp"),
        ("\"kty\"", "\"d\": \"x\", \"kty\"", "keys[0].d: this is a private key"),
        ("\"keys\"", "\"kees\"", "keys"),
        ("2026]", "2026", "json.unexpected-byte at byte 221"),
    ])
    func `A faulty file is refused, and the member named`(
        old: String,
        new: String,
        subject: String
    ) throws {
        #expect(Self.file.contains(old))
        let file = Array(Self.file.replacing(old, with: new).utf8)
        let error = try #require(throws: SealError.self) { try TrustedKeys(parsing: file) }
        #expect(error.code == .trustFile)
        #expect(error.subject == subject)
    }

    private static let key = TrustedKey(
        key: VerifyingKey(base64URL: "MMf9K65fhv8-ZRRblYJIB6Ezvux8tRN7QYPm3yA6vTk")
            ?? SigningKey().verifyingKey,
        name: "Hunan",
        areas: [43],
        years: [2026],
        days: 20_484...20_818
    )

    private func changed(_ change: (inout TrustedKey) -> Void) -> TrustedKey {
        var key = Self.key
        change(&key)
        return key
    }

    @Test(arguments: [(20_483, false), (20_484, true), (20_818, true), (20_819, false)])
    func `A key is valid from its first to its last day`(day: Int, isTrusted: Bool) throws {
        let seal = try SealText(parsing: SealVectors.page)
        let verdict = TrustedKeys([Self.key]).verdict(on: seal, day: day)
        #expect(verdict == (isTrusted ? .trusted(Self.key) : .outsideValidity(Self.key)))
    }

    @Test func `A key is trusted for its areas and years only`() throws {
        let seal = try SealText(parsing: SealVectors.page)
        let verdict = { (key: TrustedKey) in TrustedKeys([key]).verdict(on: seal, day: 20_484) }
        let elsewhere = changed { $0.areas = [42] }
        #expect(verdict(elsewhere) == .notForArea(elsewhere))
        let before = changed { $0.years = [2025] }
        #expect(verdict(before) == .notForYear(before))
        let always = changed { $0.years = nil }
        #expect(verdict(always) == .trusted(always))
    }

    @Test func `Of several entries for one key the one that fits counts`() throws {
        let seal = try SealText(parsing: SealVectors.page)
        let elsewhere = changed { $0.areas = [42] }
        let keys = TrustedKeys([elsewhere, Self.key])
        #expect(keys.verdict(on: seal, day: 20_484) == .trusted(Self.key))
        #expect(keys.keys(named: Self.key.key.id) == [elsewhere, Self.key])
    }

    @Test func `A stranger's seal is unknown and a forged one is bad`() throws {
        let genuine = try SealText(parsing: SealVectors.page)
        let stranger = try SealText(sealing: genuine.payload, with: SigningKey())
        let keys = TrustedKeys([Self.key])
        #expect(keys.verdict(on: stranger, day: 20_484) == .unknownKey(stranger.envelope.keyID))
        let forged = try SealText(parsing: SealVectors.otherProtocol)
        #expect(keys.verdict(on: forged, day: 20_484) == .badSignature(Self.key.key.id))
        #expect(TrustedKeys([]).verdict(on: genuine, day: 0) == .unknownKey(Self.key.key.id))
    }
}
