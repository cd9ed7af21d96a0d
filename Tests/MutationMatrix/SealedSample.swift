import Archiving
import CandidateFixtures
import Packaging
import Registration
import Sealing
import Verification

/// A sample candidate's archive as `dossier pack --key` makes it, and who trusts the key.
struct SealedSample {
    let key: SigningKey
    let bytes: [UInt8]
    let bag: MemoryBag
    let seal: SealText
    let manifest: JSONValue
    let manifestHash: ContentHash

    static let day = 20_489

    /// Packs a small candidate, in a moment, or the sample of Hubei 2025.
    init(name: String? = nil, gray: UInt8 = 40) async throws {
        let home = try TemporaryFolder()
        key = try SigningKey(seed: Array(repeating: 42, count: 32))
        var options = PackRun.anyDay
        options.key = key
        let pictures = [
            "身份证明/1.jpg": FlatJPEG.gray(gray), "身份证明/2.jpg": FlatJPEG.gray(gray + 40),
            "毕业证书/1.jpg": FlatJPEG.redAndBlue(),
        ]
        let small = try name.map { name in
            var candidate = SmallCandidate(pictures: pictures)
            candidate.name = name
            return try candidate.write(to: "c", in: home)
        }
        let folder = small ?? Repository.sample("hubei-2025")
        let run = try PackRun(options)
        let archive = try await run.pack(folder, to: .archive(home.path("a.zip")))
        bytes = try home.bytes(of: "a.zip")
        let zip = try ZipReader(path: archive.path)
        bag = try MemoryBag(copying: zip)
        let text = String(decoding: bag[MemoryBag.seal].dropLast(), as: UTF8.self)
        seal = try SealText(parsing: text)
        manifest = try JSONValue(parsing: bag[MemoryBag.manifest])
        manifestHash = ContentHash.of(bag[MemoryBag.manifest])
    }

    /// Trusts the office's key for its area and year.
    static func trust(_ keys: [(SigningKey, Set<Int>)]) -> TrustedKeys {
        TrustedKeys(
            keys.map { key, areas in
                TrustedKey(
                    key: key.verifyingKey,
                    name: "试验考点",
                    areas: areas,
                    years: [2025],
                    days: 20_454...20_818
                )
            }
        )
    }

    /// Seals again what the seal says, after a change.
    func payload(
        place: SealPlace? = nil,
        digest: ContentHash? = nil,
        revision: Int = 1,
        issued: Int? = nil,
        expires: Int? = nil
    ) throws -> SealPayload {
        let old = seal.payload
        return try SealPayload(
            place: place ?? old.place,
            caseID: revision == 1 ? nil : DossierID(manifest: manifestHash),
            revision: revision,
            exam: old.exam,
            digest: digest ?? old.digest,
            subject: old.subject,
            issued: issued ?? old.issued,
            expires: expires ?? old.expires
        )
    }
}
