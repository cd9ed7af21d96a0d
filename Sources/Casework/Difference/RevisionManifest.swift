import Packaging
import Registration
import Sealing

/// The manifest of one of two revisions that are compared.
struct RevisionManifest: Sendable {
    /// Where the archive lies.
    let archive: String
    let bytes: [UInt8]
    let value: JSONValue
    /// The pictures by their paths in the bag.
    let pictures: [String: RevisedPicture]

    /// Room for twenty thousand pictures.
    private static let limits = JSONValue.Limits(depth: 32, bytes: 16 << 20, values: 500_000)

    /// Reads the manifest of an archive.
    ///
    /// - Throws: `ArchiveError`, `PackagingError` or `JSONError` if it cannot be read.
    init(at path: String) throws {
        archive = path
        let opened = try OpenedArchive(path)
        bytes = try opened.bytes(of: "data/manifest.json", limit: Self.limits.bytes)
        value = try JSONValue(parsing: bytes, limits: Self.limits)
        var pictures: [String: RevisedPicture] = [:]
        for material in value["materials"]?.array ?? [] {
            for (index, entry) in (material["pictures"]?.array ?? []).enumerated() {
                let picture = RevisedPicture(
                    entry,
                    material: material["id"]?.string ?? "",
                    title: material["title"]?.string ?? "",
                    place: index + 1
                )
                if let picture { pictures[picture.path] = picture }
            }
        }
        self.pictures = pictures
    }

    var hash: ContentHash { .of(bytes) }

    var revision: CaseDifference.Revision {
        CaseDifference.Revision(
            id: DossierID(manifest: hash),
            number: value["revision"]?.integer ?? 1,
            date: value["date"]?.string ?? "",
            pictures: pictures.count
        )
    }
}
