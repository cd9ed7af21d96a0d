import Registration
import Sealing
import Testing

@Suite struct RevocationListTests {
    private static let day = 20_489

    private static func key(_ seed: UInt8) throws -> SigningKey {
        try SigningKey(seed: Array(repeating: seed, count: 32))
    }

    private static func id(_ byte: UInt8) throws -> DossierID {
        try #require(DossierID(bytes: Array(repeating: byte, count: 8)))
    }

    private static func signed() throws -> RevocationList {
        var list = RevocationList()
        list.keys = [
            .init(
                id: try key(1).id,
                since: 20_480,
                reason: "stolen",
                ledger: [ContentHash.of([1]), ContentHash.of([2]), ContentHash.of([3])]
            ), .init(id: try key(2).id, since: 20_481, reason: "lost"),
        ]
        list.dossiers = [.init(id: try id(7), at: 20_482, reason: "withdrawn")]
        list.latest = [.init(caseID: try id(8), revision: 3, id: try id(9))]
        return try list.signed(by: key(9), on: day)
    }

    @Test func `A signed list reads back as it was, and is its signer's alone`() throws {
        let list = try Self.signed()
        let read = try RevocationList(parsing: list.canonicalBytes())
        #expect(read == list)
        #expect(read.number == 1 && read.issued == Self.day)
        #expect(read.isSigned(by: try Self.key(9).verifyingKey))
        #expect(!read.isSigned(by: try Self.key(1).verifyingKey))
        let draft = read.draft
        #expect(draft.seal == nil && draft.issued == nil && draft.keys == read.keys)
        #expect(try draft.signed(by: Self.key(9), on: Self.day).number == 2)
    }

    @Test func `Every changed, removed and added byte is noticed`() throws {
        let bytes = try Self.signed().canonicalBytes()
        let root = try Self.key(9).verifyingKey
        let isAccepted = { (changed: [UInt8]) in
            (try? RevocationList(parsing: changed))?.isSigned(by: root) ?? false
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
        ("\"number\":1", "\"number\":0", "number"),
        ("\"number\":1", "\"number\":-1", "number"),
        ("\"issued\":20489,", "", "issued"),
        ("\"issued\":20489", "\"issued\":1770249600", "issued"),
        ("dossier-revocations/1", "dossier-trust/1", "format"),
        ("\"number\":1", "\"number\":1,\"more\":[]", "unknown member"),
        ("\"lost\",\"since\"", "\"lost\",\"area\":1,\"since\"", "unknown member"),
        ("\"lost\"", "\"张三\"", "keys[1]"),
        ("\"lost\"", "\"\"", "keys[1]"),
        ("\"since\":20481", "\"since\":-1", "keys[1]"),
        ("\"since\":20481", "\"since\":65536", "keys[1]"),
        ("\"revision\":3", "\"revision\":0", "latest[0]"),
        ("\"sig\":\"", "\"sig\":\"A", "seal"),
        ("\"dossiers\":[{", "\"dossiers\":[null,{", "dossiers[0]"),
        ("\"latest\":[{", "\"late\":[{", "latest"),
        ("\"at\":20482", "\"at\":\"20482\"", "dossiers[0]"),
    ])
    func `A list of another form is refused`(old: String, new: String, subject: String) throws {
        let text = String(decoding: try Self.signed().canonicalBytes(), as: UTF8.self)
        #expect(text.contains(old))
        let changed = Array(text.replacing(old, with: new).utf8)
        #expect(throws: SealError(.revocationFile, subject)) {
            try RevocationList(parsing: changed)
        }
    }

    @Test func `No two entries are about the same`() throws {
        let list = try Self.signed()
        var twice = list.draft
        twice.keys += [.init(id: try Self.key(1).id, since: 1, reason: "lost")]
        let bytes = try twice.canonicalBytes()
        #expect(throws: SealError(.revocationFile, "keys[2]")) {
            try RevocationList(parsing: bytes)
        }
        twice = list.draft
        twice.dossiers += twice.dossiers
        let others = try twice.canonicalBytes()
        #expect(throws: SealError(.revocationFile, "dossiers[1]")) {
            try RevocationList(parsing: others)
        }
    }

    @Test(arguments: [
        ("stolen", true), ("key-lost", true), ("", false), ("A", false),
        ("110101199001011234", false), ("a b", false), ("张三", false),
        (String(repeating: "a", count: 33), false),
    ])
    func `A reason is a word that says nothing of a person`(text: String, isOne: Bool) {
        #expect(RevocationList.isReason(text) == isOne)
    }
}
