import Sealing
import Testing

@Suite struct TrustListTests {
    private static let day = 20_489

    private static func key(_ seed: UInt8) throws -> SigningKey {
        try SigningKey(seed: Array(repeating: seed, count: 32))
    }

    private static func trusted(_ seed: UInt8, name: String = "湖南考区") throws -> TrustedKey {
        TrustedKey(
            key: try key(seed).verifyingKey,
            name: name,
            areas: [43],
            years: nil,
            days: 20_454...20_818
        )
    }

    private static func signed() throws -> TrustList {
        let draft = TrustList(TrustedKeys([try trusted(1), try trusted(2)]))
        return try draft.signed(by: key(9), on: day)
    }

    @Test func `A signed list reads back as it was, and is its root's alone`() throws {
        let list = try Self.signed()
        let read = try TrustList(parsing: list.canonicalBytes())
        #expect(read == list)
        #expect(read.version == 1 && read.issued == Self.day)
        #expect(read.isSigned(by: try Self.key(9).verifyingKey))
        #expect(!read.isSigned(by: try Self.key(1).verifyingKey))
        let next = try read.signed(by: Self.key(9), on: Self.day + 1)
        #expect(next.version == 2)
    }

    @Test func `The order of members and blanks between them are not signed, all else is`() throws {
        let list = try Self.signed()
        let text = String(decoding: try list.canonicalBytes(), as: UTF8.self)
        let spaced = text.replacing("\":", with: "\" : ").replacing(",\"", with: ",\n  \"")
        let read = try TrustList(parsing: Array(spaced.utf8))
        #expect(read.isSigned(by: try Self.key(9).verifyingKey))
    }

    @Test func `Every changed, removed and added byte is noticed`() throws {
        let bytes = try Self.signed().canonicalBytes()
        let root = try Self.key(9).verifyingKey
        let isAccepted = { (changed: [UInt8]) in
            (try? TrustList(parsing: changed))?.isSigned(by: root) ?? false
        }
        #expect(isAccepted(bytes))
        var accepted: [String] = []
        for index in bytes.indices {
            for mask in [0x01, 0x02, 0x20, 0x80] as [UInt8] {
                var changed = bytes
                changed[index] ^= mask
                if isAccepted(changed) { accepted.append("\(index) ^ \(mask)") }
            }
            var shorter = bytes
            shorter.remove(at: index)
            if isAccepted(shorter) { accepted.append("\(index) removed") }
            var longer = bytes
            longer.insert(UInt8(ascii: "1"), at: index)
            if isAccepted(longer) { accepted.append("\(index) inserted") }
        }
        #expect(accepted.isEmpty)
    }

    @Test(arguments: [
        ("\"version\":1", "\"version\":0", "version"),
        ("\"version\":1", "\"version\":1.5", "version"),
        ("\"version\":1", "\"version\":\"1\"", "version"),
        ("\"issued\":20489", "\"issued\":1770249600", "issued"),
        ("\"issued\":20489,", "", "issued"),
        ("dossier-trust/1", "dossier-trust/2", "format"),
        ("\"version\":1", "\"version\":1,\"more\":1", "unknown member"),
        ("\"seal\":{", "\"seal\":{\"x\":1,", "seal"),
        ("\"seal\":{\"alg\":\"Ed25519\"", "\"seal\":{\"alg\":\"EdDSA\"", "seal"),
    ])
    func `A list of another form is refused`(old: String, new: String, subject: String) throws {
        let text = String(decoding: try Self.signed().canonicalBytes(), as: UTF8.self)
        #expect(text.contains(old))
        let changed = Array(text.replacing(old, with: new).utf8)
        #expect(throws: SealError(.trustFile, subject)) { try TrustList(parsing: changed) }
    }

    @Test func `A list signed as another format does not count`() throws {
        // The same members, but the signature is made for revocations.
        let revocations = try RevocationList().signed(by: Self.key(9), on: Self.day)
        let other = try JSONValue(parsing: revocations.canonicalBytes())
        let own = try JSONValue(parsing: Self.signed().canonicalBytes())
        var members = try #require(own.object)
        members["seal"] = other["seal"]
        let mixed = try TrustList(parsing: JSONValue.object(members).canonicalBytes())
        #expect(!mixed.isSigned(by: try Self.key(9).verifyingKey))
    }

    @Test func `A plain JWKS is a list that nobody signed`() throws {
        let plain = TrustedKeys([try Self.trusted(1)])
        let list = try TrustList(parsing: plain.canonicalBytes())
        #expect(list.keys == plain)
        #expect(list.seal == nil && list.issued == nil && list.version == 0)
        #expect(!list.isSigned(by: try Self.key(9).verifyingKey))
    }

    @Test func `Members of keys that mean nothing here are signed all the same`() throws {
        let text = String(decoding: try Self.signed().canonicalBytes(), as: UTF8.self)
        let changed = text.replacing("\"kty\":\"OKP\"", with: "\"kty\":\"OKP\",\"use\":\"sig\"")
        let list = try TrustList(parsing: Array(changed.utf8))
        #expect(list.keys.keys.count == 2)
        #expect(!list.isSigned(by: try Self.key(9).verifyingKey))
    }
}
