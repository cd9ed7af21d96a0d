import Archiving
import Registration

/// A small bag as the tool writes it.
enum SampleBag {
    static let id = "7KQ2Z9M4X1B8C"

    static func write(in folder: TemporaryFolder, as name: String = "bag.zip") throws {
        let picture = try folder.write((0...255).map { UInt8($0) }, to: "source/1.jpg")
        var bag = try BagWriter(
            id: id,
            info: [
                BagInfoField("Source-Organization", "样本"),
                BagInfoField("Bagging-Date", "2026-01-31"),
            ]
        )
        try bag.addPayload("manifest.json", .bytes(Array("{}".utf8)))
        try bag.addPayload(
            "materials/01-身份证明/01.jpg",
            .file(path: picture, digest: try FileHasher().digest(ofFile: picture))
        )
        try bag.addPayload("materials/100%.txt", .bytes([]))
        let archive = try ArchiveWriter(
            path: folder.path(name),
            date: EntryDate(year: 2026, month: 1, day: 31)
        )
        try bag.write(to: archive) { manifest in
            [TagFile("seal.txt", Array("over \(manifest.hash.hex)\n".utf8))]
        }
    }
}
