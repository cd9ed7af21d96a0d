import CandidateFixtures
import Foundation
import Sealing
import Testing
import Verification

@Suite struct TrustStoreTests {
    let home: TemporaryFolder
    let store: TrustStore
    private static let day = 20_489

    init() throws {
        home = try TemporaryFolder()
        store = TrustStore(folder: home.path("share/dossier"))
    }

    private static func key(_ seed: UInt8) throws -> SigningKey {
        try SigningKey(seed: Array(repeating: seed, count: 32))
    }

    private static func root() throws -> VerifyingKey { try key(9).verifyingKey }

    /// A list of the office's key, as the edition of that number.
    private static func trust(_ version: Int = 1, by seed: UInt8 = 9) throws -> TrustList {
        let keys = try SealedArchive.trust()
        return try TrustList(keys, version: version - 1).signed(by: key(seed), on: day)
    }

    private static func revocations(_ number: Int = 1, by seed: UInt8 = 9) throws
        -> RevocationList
    {
        try RevocationList(number: number - 1).signed(by: key(seed), on: day)
    }

    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let error as TrustError {
            return error.code.rawValue
        } catch let error as SealError {
            return error.code.rawValue
        } catch {
            return "\(error)"
        }
    }

    @Test func `a list is installed for its owner's eyes, and its root pinned`() throws {
        #expect(try store.install(Self.trust(), root: Self.root()))
        #expect(try store.root() == Self.root())
        #expect(try store.trust() == Self.trust())
        #expect(try store.install(Self.revocations()))
        #expect(try store.revocations(by: Self.root()) == Self.revocations())
        let names = try home.names(in: "share/dossier")
        #expect(names.count == 3)
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: home.path("share/dossier/\(name)")
            )
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        // The same again is no fault, and nothing new.
        #expect(try store.install(Self.trust(), root: nil) == false)
        #expect(try store.install(Self.revocations()) == false)
    }

    @Test func `nothing is installed before a root is named`() throws {
        #expect(code { try store.install(Self.trust(), root: nil) } == "store.no-root")
        #expect(code { try store.install(Self.revocations()) } == "store.no-root")
        #expect(try home.names().isEmpty)
    }

    @Test func `a lower number, and another list of the same, are refused`() throws {
        try store.install(Self.trust(5), root: Self.root())
        try store.install(Self.revocations(5))
        for number in [1, 4] {
            #expect(
                code { try store.install(Self.trust(number), root: nil) } == "store.lower-version"
            )
            #expect(code { try store.install(Self.revocations(number)) } == "store.lower-version")
        }
        let other = try TrustList(TrustedKeys([]), version: 4).signed(by: Self.key(9), on: Self.day)
        #expect(code { try store.install(other, root: nil) } == "store.same-version")
        var list = RevocationList(number: 4)
        list.keys = [.init(id: try Self.key(1).id, since: 0, reason: "lost")]
        let signed = try list.signed(by: Self.key(9), on: Self.day)
        #expect(code { try store.install(signed) } == "store.same-version")
        #expect(try store.trust() == Self.trust(5))
        #expect(try store.install(Self.trust(6), root: nil))
        #expect(try store.install(Self.revocations(6)))
        #expect(try store.trust()?.version == 6)
    }

    @Test func `another root, a stranger's signature and none are refused`() throws {
        #expect(
            code { try store.install(Self.trust(by: 8), root: Self.root()) } == "trust.signature"
        )
        #expect(try home.names().isEmpty)
        try store.install(Self.trust(), root: Self.root())
        let other = try Self.key(8).verifyingKey
        #expect(
            code { try store.install(Self.trust(2, by: 8), root: other) } == "store.other-root"
        )
        #expect(code { try store.install(Self.trust(2, by: 8), root: nil) } == "trust.signature")
        let draft = TrustList(try SealedArchive.trust(), version: 7)
        #expect(code { try store.install(draft, root: nil) } == "store.unsigned")
        #expect(
            code { try store.install(Self.revocations(by: 8)) } == "revocations.signature"
        )
        #expect(code { try store.install(RevocationList()) } == "store.unsigned")
        #expect(try store.trust() == Self.trust())
    }

    @Test func `the list of an office never takes the place of the root's`() throws {
        try store.install(Self.trust(), root: Self.root())
        try store.install(Self.revocations(3))
        // The office's number is as high as it likes.
        let office = try Self.revocations(1000, by: SealedArchive.officeSeed[0])
        try store.install(office)
        let context = try sources().context(day: Self.day)
        #expect(Set(context.revocations.map(\.list.number)) == [3, 1000])
        try store.install(Self.revocations(4))
        #expect(try store.revocations(by: Self.root())?.number == 4)
    }

    private func sources() -> TrustSources {
        TrustSources(trust: nil, revocations: [], root: nil, store: store)
    }

    @Test func `what was changed in the store is not believed`() throws {
        try store.install(Self.trust(), root: Self.root())
        try store.install(Self.revocations())
        let revocations = "share/dossier/revocations-\(try Self.root().id).json"
        let files = ["share/dossier/trust.json", revocations, "share/dossier/root.json"]
        for file in files {
            let bytes = try home.bytes(of: file)
            var changed = bytes
            changed[changed.count / 2] ^= 1
            for content in [changed, [], Array(bytes.dropLast()), Array("{}".utf8)] {
                try home.write(content, to: file)
                #expect(code { _ = try sources().context(day: Self.day) } == "store.damaged")
            }
            try home.write(bytes, to: file)
        }
        try home.write("{}", to: "share/dossier/root.json")
        let named = try TrustSources(
            trust: Self.trust(),
            revocations: [Self.revocations()],
            root: Self.root(),
            store: store
        )
        #expect(code { _ = try named.context(day: Self.day) } == nil)
        try home.remove("share/dossier/root.json")
        #expect(code { _ = try sources().context(day: Self.day) } == "store.damaged")
    }

    @Test func `to verify by the store writes nothing, and without one nobody is trusted`() throws {
        let context = try sources().context(day: Self.day)
        #expect(context.trust == nil && context.revocations.isEmpty)
        #expect(try home.names().isEmpty)
        try store.install(Self.trust(), root: Self.root())
        let before = try home.files(in: "share")
        _ = try sources().context(day: Self.day)
        #expect(try home.files(in: "share") == before)
    }

    @Test func `a named list is judged by the named root, or by the pinned one if that is its own`()
        throws
    {
        try store.install(Self.trust(), root: Self.root())
        let named = { (list: TrustList, root: VerifyingKey?) in
            try TrustSources(trust: list, revocations: [], root: root, store: store)
                .context(day: Self.day).vouching
        }
        #expect(try named(Self.trust(2), nil) == .root(Self.root().id))
        #expect(try named(Self.trust(2, by: 8), nil) == .unchecked(Self.key(8).id))
        #expect(try named(TrustList(SealedArchive.trust()), nil) == .nothing)
        let other = try Self.key(8).verifyingKey
        #expect(try named(Self.trust(2, by: 8), other) == .root(other.id))
        #expect(code { _ = try named(Self.trust(2), other) } == "trust.signature")
        #expect(
            code { _ = try named(TrustList(SealedArchive.trust()), other) } == "trust.signature"
        )
    }

    @Test func `a named list of revocations must be of somebody known`() throws {
        let context = { (list: RevocationList, root: VerifyingKey?) in
            try TrustSources(
                trust: TrustList(SealedArchive.trust()),
                revocations: [list],
                root: root,
                store: nil
            ).context(day: Self.day)
        }
        #expect(code { _ = try context(Self.revocations(), nil) } == "revocations.signature")
        #expect(code { _ = try context(RevocationList(), nil) } == "revocations.signature")
        let office = try Self.revocations(by: SealedArchive.officeSeed[0])
        #expect(try context(office, nil).revocations.count == 1)
    }

    @Test(
        arguments: [
            ("/data", "/home/a", "/data/dossier"), (nil, "/home/a", "/home/a/.local/share/dossier"),
            ("data", "/home/a", "/home/a/.local/share/dossier"), (nil, nil, nil),
        ] as [(String?, String?, String?)]
    )
    func `the store lies where XDG says`(dataHome: String?, home: String?, folder: String?) {
        #expect(TrustStore.standardFolder(dataHome: dataHome, home: home) == folder)
    }
}
