import Archiving
import Registration
import Sealing

// What somebody does who knows how bags are made.
extension MemoryBag {
    static let manifest: ArchivePath = "data/manifest.json"
    static let seal: ArchivePath = "seal.txt"
    static let payloadManifest: ArchivePath = "manifest-sha256.txt"
    static let tagManifest: ArchivePath = "tagmanifest-sha256.txt"

    var pictures: [ArchivePath] {
        contents.keys.filter { $0.text.hasPrefix("data/materials/") }.sorted()
    }

    /// Makes the bag's own manifests anew, so that they fit the files as they are.
    mutating func balance() {
        let payload = contents.keys.filter { $0.text.hasPrefix("data/") }
        let octets = payload.reduce(0) { $0 + self[$1].count }
        let info = String(decoding: self["bag-info.txt"], as: UTF8.self)
        let kept = info.split(separator: "\n").filter { !$0.hasPrefix("Payload-Oxum") }
        let oxum = "Payload-Oxum: \(octets).\(payload.count)"
        if contents["bag-info.txt"] != nil {
            self["bag-info.txt"] = Array((kept + [oxum[...]]).flatMap { "\($0)\n".utf8 })
        }
        self[Self.payloadManifest] = listing(of: payload)
        self[Self.tagManifest] = listing(
            of: contents.keys.filter {
                !$0.text.hasPrefix("data/") && $0 != Self.tagManifest
            }
        )
    }

    /// Makes bag-info.txt say what follows from a manifest.
    private mutating func describe(_ manifest: JSONValue, id: DossierID) {
        let lines = [
            "Bag-Software-Agent: dossier \(manifest["tool"]?["version"]?.string ?? "")",
            "Bagging-Date: \(manifest["date"]?.string ?? "")",
            "External-Identifier: \(id)",
            "Internal-Sender-Identifier: \(manifest["area"]?["id"]?.string ?? "")",
        ]
        self["bag-info.txt"] = lines.flatMap { Array("\($0)\n".utf8) }
    }

    private func listing(of paths: [ArchivePath]) -> [UInt8] {
        paths.sorted().flatMap { Array("\(ContentHash.of(self[$0]).hex)  \($0.text)\n".utf8) }
    }

    /// Makes manifest.json, the bag's manifests and the root's name fit the pictures as they are.
    mutating func balanceAll() throws {
        let value = try JSONValue(parsing: self[Self.manifest])
        try write(manifest: Forgery.refitted(value, to: self))
    }

    /// Replaces manifest.json, and makes all that is not sealed fit it.
    mutating func write(manifest value: JSONValue) throws {
        let bytes = try value.canonicalBytes()
        self[Self.manifest] = bytes
        let id = DossierID(manifest: ContentHash.of(bytes))
        if rootName != nil { rootName = id.compact }
        describe(value, id: id)
        balance()
    }

    /// Puts another seal in place.
    mutating func write(seal text: String) {
        self[Self.seal] = Array("\(text)\n".utf8)
        balance()
    }
}
