import Archiving
import Registration
import Sealing
import Verification

/// The attacks of the study that the seal was designed by, and some more: each with all that can be made
/// to fit without the office's key.
struct Attacks {
    let sample: SealedSample
    /// Another candidate's archive, sealed with the same key.
    let other: SealedSample
    let trusted: TrustedKeys
    let stranger: SigningKey
    /// A key that is trusted, for another area.
    let otherArea: SigningKey

    func run(into table: inout CaughtTable) throws {
        table.begin("Attacks")
        let verifying = try Verifying(sample, trusted: trusted)
        for (name, bag) in try attacks() { table.add(verifying.outcome(of: bag), name) }
        for (name, day) in [
            ("expired", sample.seal.payload.expires + 1),
            ("dated in the future", sample.seal.payload.issued - 1),
        ] {
            let verifying = try Verifying(sample, trusted: trusted, day: day)
            table.add(verifying.outcome(of: sample.bag), name)
        }
        try withdrawn(into: &table)
    }

    /// What a verifier cannot find wrong, as nothing is: it can only say whose it is, or that it does not
    /// know.
    func replaceWhole(into table: inout CaughtTable) throws {
        table.begin("Replaced whole by what is intact in itself")
        var unsealed = sample.bag
        unsealed.contents[MemoryBag.seal] = nil
        unsealed[unsealed.pictures[0]] += [0]
        try unsealed.balanceAll()
        for (name, trusted, bag) in [
            ("unsealed archive made anew, no key trusted", nil, unsealed),
            ("unsealed archive made anew, a key trusted", trusted, unsealed),
            ("another dossier of the same office", trusted, other.bag),
        ] {
            let outcome = try Verifying(sample, trusted: trusted).outcome(of: bag)
            table.add(outcome == .missed ? .intact("shown with its own id") : outcome, name)
        }
    }

    /// What the root has withdrawn, whatever day a seal bears.
    private func withdrawn(into table: inout CaughtTable) throws {
        let root = try SigningKey(seed: Array(repeating: 45, count: 32))
        let trust = try TrustList(trusted).signed(by: root, on: SealedSample.day)
        let id = DossierID(manifest: sample.manifestHash)
        var thief = sample.bag
        let early = try sample.payload(issued: sample.seal.payload.issued - 30)
        thief.write(seal: try SealText(sealing: early, with: sample.key).text)
        let since = SealedSample.day
        let cases: [(String, MemoryBag, (inout RevocationList) -> Void)] = [
            (
                "sealed by a revoked key", sample.bag,
                { $0.keys = [.init(id: sample.key.id, since: since, reason: "stolen")] }
            ),
            (
                "sealed by a revoked key and dated back", thief,
                { $0.keys = [.init(id: sample.key.id, since: since, reason: "stolen")] }
            ),
            (
                "revoked dossier", sample.bag,
                { $0.dossiers = [.init(id: id, at: since, reason: "withdrawn")] }
            ),
            (
                "superseded revision", sample.bag,
                {
                    let next = DossierID(manifest: other.manifestHash)
                    $0.latest = [.init(caseID: id, revision: 2, id: next)]
                }
            ),
        ]
        for (name, bag, fill) in cases {
            var list = RevocationList()
            fill(&list)
            let signed = try list.signed(by: root, on: since)
            let context = try VerificationContext(
                trust: trust,
                revocations: [
                    Revocations(signed, root: root.verifyingKey, trust: trust)
                ],
                root: root.verifyingKey,
                day: since
            )
            table.add(try Verifying(sample, context).outcome(of: bag), name)
        }
    }

    private func attacks() throws -> [(String, MemoryBag)] {
        try pictureAttacks() + sealAttacks() + replays()
    }

    private func pictureAttacks() throws -> [(String, MemoryBag)] {
        let picture = sample.bag.pictures[0]
        let extra = ArchivePath(picture.text.replacing("/01.", with: "/99."))
        return try [
            ("image changed", forged { $0[picture] += [0] }),
            ("image and manifest changed", fitted { $0[picture] += [0] }),
            ("image added", forged { $0[extra] = $0[picture] }),
            ("image added, bag's manifests made to fit", balanced { $0[extra] = $0[picture] }),
            ("image removed", forged { $0.contents[picture] = nil }),
            ("image and its line removed", fitted { $0.contents[picture] = nil }),
            ("image of another dossier in its place", fitted { $0[picture] = other.bag[picture] }),
            (
                "PDF of another dossier",
                balanced { bag in
                    bag["data/dossier.pdf"] = other.bag["data/dossier.pdf"]
                }
            ),
        ]
    }

    private func sealAttacks() throws -> [(String, MemoryBag)] {
        let payload = try sample.payload()
        let page = try sample.payload(place: SealPlace(.page, page: 1, pages: 3))
        let cover = try sample.payload(
            place: SealPlace(.cover, page: 0, pages: 3),
            digest: sample.manifestHash
        )
        return try [
            ("signed by a stranger", sealed(SealText(sealing: payload, with: stranger).text)),
            (
                "signed by another area's key",
                sealed(SealText(sealing: payload, with: otherArea).text)
            ),
            ("signed by a stranger under the office's key id", sealed(envelope(signer: stranger))),
            ("signed for another protocol", sealed(envelope(context: "other-form/1"))),
            ("algorithm none", sealed(envelope(algorithm: 0))),
            ("algorithm EdDSA, as it was called before", sealed(envelope(algorithm: -8))),
            ("algorithm ES256", sealed(envelope(algorithm: -7))),
            ("further header", sealed(envelope(header: [3: 0]))),
            ("unprotected header", sealed(envelope(unprotected: [4: 0]))),
            (
                "later last day without signing",
                sealed(envelope(payload: sample.payload(expires: 0xFFFF)))
            ),
            ("seal of a page", sealed(SealText(sealing: page, with: sample.key).text)),
            ("seal of the cover", sealed(SealText(sealing: cover, with: sample.key).text)),
            ("seal removed", balanced { $0.contents[MemoryBag.seal] = nil }),
            ("seal of another dossier", sealed(other.seal.text)),
        ]
    }

    private func replays() throws -> [(String, MemoryBag)] {
        var renamed = other.bag
        renamed.rootName = sample.bag.rootName
        var named = sample.bag
        try named.write(
            manifest: Forgery.setting(
                ["candidate", "name"],
                to: "试样乙",
                in: sample.manifest
            )
        )
        var revised = sample.bag
        try revised.write(manifest: Forgery.setting(["revision"], to: 2, in: sample.manifest))
        return [
            ("another's dossier under this one's id", renamed),
            ("this dossier under another's name", named),
            ("this dossier as its second revision", revised),
        ]
    }

    private func forged(_ change: (inout MemoryBag) -> Void) -> MemoryBag {
        var bag = sample.bag
        change(&bag)
        return bag
    }

    private func balanced(_ change: (inout MemoryBag) -> Void) -> MemoryBag {
        var bag = forged(change)
        bag.balance()
        return bag
    }

    private func fitted(_ change: (inout MemoryBag) -> Void) throws -> MemoryBag {
        var bag = forged(change)
        try bag.balanceAll()
        return bag
    }

    private func sealed(_ text: String) -> MemoryBag {
        var bag = sample.bag
        bag.write(seal: text)
        return bag
    }

    /// A COSE_Sign1 written by hand, each part of which may be another; by default it is unsigned by
    /// anybody who may.
    private func envelope(
        signer: SigningKey? = nil,
        algorithm: Int = -19,
        context: String = "dossier-seal/1",
        header: [Int64: CBOR] = [:],
        unprotected: [Int64: CBOR] = [:],
        payload: SealPayload? = nil
    ) throws -> String {
        let members: [Int64: CBOR] = [1: CBOR(algorithm), 4: .bytes(sample.key.id.bytes)]
        let protected = CBOR.bytes(CBOR.map(members.merging(header) { $1 }).encoded)
        let content = CBOR.bytes((try payload ?? sample.payload()).encoded)
        let signed = CBOR.array(["Signature1", protected, .bytes(Array(context.utf8)), content])
        let signature =
            payload == nil
            ? try (signer ?? sample.key).signature(for: signed.encoded)
            : sample.seal.envelope.signature
        let parts: [CBOR] = [protected, .map(unprotected), content, .bytes(signature)]
        return "DS1:" + Base45.encode(CBOR.array(parts).encoded)
    }
}
