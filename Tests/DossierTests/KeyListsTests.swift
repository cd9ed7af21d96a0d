import CandidateFixtures
import Foundation
import Sealing
import Testing

/// From keys to lists to a verdict, as an office, a root and somebody who verifies go about it.
@Suite struct KeyListsTests {
    let home: TemporaryFolder
    let dossier: Command
    private static let office = Array(repeating: 5 as UInt8, count: 32)
    private static let root = Array(repeating: 6 as UInt8, count: 32)

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
        try home.write(SigningKey(seed: Self.office).pem, to: "office.pem")
        try home.write(SigningKey(seed: Self.root).pem, to: "root.pem")
        try home.write(SigningKey(seed: Self.root).verifyingKey.pem, to: "root.pub")
        try addAndSign()
    }

    private func run(_ line: String, fails status: Int32 = 0) throws {
        let run = try dossier(words(line))
        #expect(run.status == status, "\(line)\n\(run)")
    }

    /// `@name` is a path in the test's folder.
    private func words(_ line: String) -> [String] {
        line.split(separator: " ").map { word in
            word.hasPrefix("@") ? home.path(String(word.dropFirst())) : String(word)
        }
    }

    private func addAndSign() throws {
        try run(
            "key trust add @trust.json @office.pem --name 试验考点 --area 42 "
                + "--from 2026-01-01 --to 2026-12-31"
        )
        try run("key trust sign @trust.json --key @root.pem --date 2026-01-05")
    }

    private var kid: String {
        get throws { try SigningKey(seed: Self.office).id.description }
    }

    private func pack() throws -> JSONValue {
        _ = try SmallCandidate().write(to: "c", in: home)
        let run = try dossier(
            words(
                "pack @c -o @c.zip --allow-findings --key @office.pem --date 2026-02-05 --json"
            )
        )
        #expect(run.status == 0, "\(run)")
        try home.write(run.output, to: "pack.json")
        return try JSONValue(parsing: Array(run.output.utf8))
    }

    private func verdict(_ options: String = "") throws -> (status: Int32, codes: Set<String>) {
        let run = try dossier(
            words("verify @c.zip --as-of 2026-03-01 --json " + options)
        )
        let steps = try JSONValue(parsing: Array(run.output.utf8))["steps"]?.array ?? []
        return (run.status, Set(steps.compactMap { $0["code"]?.string }))
    }

    @Test func `once installed, lists are gone by without being named`() throws {
        _ = try pack()
        #expect(try verdict().codes.contains("issuer.no-trust-file"))
        try run("key trust install @trust.json", fails: 1)
        try run("key trust install @trust.json --root @root.pub")
        let trusting = try verdict()
        #expect(trusting.status == 0)
        #expect(trusting.codes.isSuperset(of: ["issuer.trusted", "trust.signed", "trust.age"]))
        #expect(trusting.codes.contains("revocations.absent"))
        #expect(!trusting.codes.contains("trust.unsigned"))
        // An empty store knows nobody.
        #expect(try verdict("--store @nowhere").codes.contains("issuer.no-trust-file"))
        #expect(try !home.names().contains("nowhere"))
    }

    @Test func `a stolen key is revoked, but for what its office stands by`() throws {
        _ = try pack()
        try run("key trust install @trust.json --root @root.pub")
        try run("key revoke key @rev.json --reason stolen --since 2026-02-10 -- \(kid)")
        try run("key revoke install @rev.json", fails: 1)
        try run("key revoke sign @rev.json --key @root.pem --date 2026-02-11")
        try run("key revoke install @rev.json")
        let refused = try verdict()
        #expect(refused.status == 2 && refused.codes.contains("issuer.revoked-key"))
        let listed = try dossier("key", "list", "--json")
        let key = try JSONValue(parsing: Array(listed.output.utf8))["trusted"]?[0]
        #expect(key?["revoked"] == true && key?["reason"] == "stolen")

        try FileManager.default.copyItem(
            atPath: home.path("rev.json"),
            toPath: home.path("first.json")
        )
        try run(
            "key revoke key @rev.json --reason stolen --since 2026-02-10 --ledger @pack.json "
                + "-- \(kid)"
        )
        try run("key revoke sign @rev.json --key @root.pem --date 2026-02-12")
        try run("key revoke install @rev.json")
        let stoodBy = try verdict()
        #expect(stoodBy.status == 0 && stoodBy.codes.contains("issuer.in-ledger"))
        try run("key revoke install @first.json", fails: 1)
        #expect(try verdict().status == 0)
    }

    @Test func `dossiers are withdrawn and superseded, and mistakes taken back`() throws {
        let id = try #require(try pack()["id"]?.string)
        let options = "--trust @trust.json --root @root.pub --revocations @rev.json"
        let sign = "key revoke sign @rev.json --key @root.pem --date 2026-02-12"
        try run("key revoke dossier @rev.json \(id) --reason withdrawn")
        try run(sign)
        #expect(try verdict(options).codes.contains("status.revoked"))
        try run("key revoke drop @rev.json \(id)")
        try run("key revoke drop @rev.json \(id)", fails: 1)
        try run(sign)
        #expect(try verdict(options).status == 0)
        try run("key revoke latest @rev.json --case \(id) --revision 2 --id 00000-0000-00000")
        try run(sign)
        let superseded = try verdict(options)
        #expect(superseded.status == 2 && superseded.codes.contains("status.superseded"))
    }

    @Test func `a list that was changed, or is not the root's, is 1 and nothing is judged`()
        throws
    {
        _ = try pack()
        let text = String(decoding: try home.bytes(of: "trust.json"), as: UTF8.self)
        try home.write(text.replacing("\"42\"", with: "\"43\""), to: "forged.json")
        try run("verify @c.zip --trust @forged.json --root @root.pub", fails: 1)
        try run("key trust install @forged.json --root @root.pub", fails: 1)
        try run("key trust sign @forged.json --key @office.pem --date 2026-01-06")
        try run("verify @c.zip --trust @forged.json --root @root.pub", fails: 1)
        try run("key revoke sign @rev.json --key @office.pem --date 2025-12-31")
        // The office's key was not valid yet on that day.
        let run = try dossier(
            words("verify @c.zip --trust @trust.json --revocations @rev.json")
        )
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.errors.contains("revocations"))
    }

    private static let digest = String(repeating: "0123456789abcdef", count: 4)

    /// The id of a manifest with that digest begins as the digest does.
    @Test(
        arguments: [
            ("\(digest)  manifest.json\n", 1), ("{\"manifest\":\"\(digest)\"}\n", 1),
            ("{\"archive\":{\"manifest\":\"\(digest)\"},\"result\":\"packed\"}\n", 1),
            ("{\"folder\":\"a\",\"result\":\"failed\"}\n\(digest)\n", 1),
            ("", 0), ("\(digest.dropLast())\n", nil), ("{}\n", nil), ("{\n", nil),
            ("{\"id\":\"00000-0000-00000\",\"result\":\"skipped\"}\n\(digest)\n", nil),
        ] as [(String, Int?)]
    )
    func `a ledger has a manifest in each line, or none is taken`(text: String, count: Int?)
        throws
    {
        try home.write(text, to: "ledger")
        try run("key revoke key @rev.json --ledger @ledger -- \(kid)", fails: count == nil ? 1 : 0)
        guard let count else {
            #expect(try !home.names().contains("rev.json"))
            return
        }
        let list = try RevocationList(parsing: home.bytes(of: "rev.json"))
        #expect(list.keys.first?.ledger.count == count)
    }

    @Test func `a change takes the signature off, and signing counts on`() throws {
        try run(
            "key trust add @trust.json @root.pub --name 另一考点 --area 43 "
                + "--from 2026-01-01 --to 2026-12-31"
        )
        let draft = try TrustList(parsing: home.bytes(of: "trust.json"))
        #expect(draft.seal == nil && draft.version == 1 && draft.keys.keys.count == 2)
        let added = try SigningKey(seed: Self.root).id
        try run("key trust remove @trust.json -- \(added)")
        try run("key trust remove @trust.json -- \(added)", fails: 1)
        try run("key trust sign @trust.json --key @root.pem --date 2026-01-06")
        let signed = try TrustList(parsing: home.bytes(of: "trust.json"))
        #expect(signed.version == 2 && signed.keys.keys.count == 1)
        #expect(signed.isSigned(by: try SigningKey(seed: Self.root).verifyingKey))
        let shown = try dossier(words("key trust show @trust.json --root @root.pub --lang en"))
        #expect(shown.lines.first?.contains("Number 2, signed on 2026-01-06 by the root") == true)
    }
}
