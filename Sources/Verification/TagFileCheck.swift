import Archiving
import Registration
import Sealing

/// Checks the files beside the payload, which the seal does not cover: there may be no others than the
/// format has, and bag-info.txt may say nothing but what follows from the payload.
struct TagFileCheck {
    let digests: [ArchivePath: FileDigest]

    private static let info: ArchivePath = "bag-info.txt"
    private static let known: Set<ArchivePath> = [
        "bagit.txt", info, PayloadManifest.path, "tagmanifest-sha256.txt", "seal.txt",
    ]

    func check(
        info bytes: [UInt8]?,
        _ manifest: CheckedManifest?,
        into report: inout VerificationReport
    ) {
        for path in digests.keys.sorted() where !path.text.hasPrefix("data/") {
            guard !Self.known.contains(path) else { continue }
            report.add(.init(.integrity, "archive.unknown-file", .failed, file: path.text))
        }
        guard let manifest, bytes != expectedInfo(manifest) else { return }
        report.add(
            .init(.integrity, "archive.info-contradicts-manifest", .failed, file: Self.info.text)
        )
    }

    /// bag-info.txt as the dossier with this manifest has it.
    private func expectedInfo(_ manifest: CheckedManifest) -> [UInt8] {
        let payload = digests.filter { $0.key.text.hasPrefix("data/") }
        let octets = payload.values.reduce(0) { $0 + $1.size.rawValue }
        let text = """
            Bag-Software-Agent: dossier \(manifest.value["tool"]?["version"]?.string ?? "")
            Bagging-Date: \(manifest.value["date"]?.string ?? "")
            External-Identifier: \(manifest.id)
            Internal-Sender-Identifier: \(manifest.value["area"]?["id"]?.string ?? "")
            Payload-Oxum: \(octets).\(payload.count)

            """
        return Array(text.utf8)
    }
}
