import Archiving
import Foundation
import Registration
import Testing

@Suite struct BagWriterTests {
    @Test func `The bag has the files and lines of RFC 8493`() throws {
        let folder = try TemporaryFolder()
        try SampleBag.write(in: folder)
        let zip = try ZipReader(path: folder.path("bag.zip"))
        #expect(zip.faults.isEmpty)
        #expect(zip.rootName == SampleBag.id)
        let bag = try MemoryBag(copying: zip)
        #expect(
            bag.contents.keys.sorted() == [
                "bag-info.txt", "bagit.txt", "data/manifest.json",
                "data/materials/01-身份证明/01.jpg", "data/materials/100%.txt",
                "manifest-sha256.txt", "seal.txt", "tagmanifest-sha256.txt",
            ]
        )
        #expect(
            bag["bagit.txt"] == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
        )
        #expect(
            bag["bag-info.txt"] == """
                Source-Organization: 样本
                Bagging-Date: 2026-01-31
                Payload-Oxum: 258.3

                """
        )
        // Digests by sha256sum (coreutils).
        let manifest = """
            44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  data/manifest.json
            40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880  \
            data/materials/01-身份证明/01.jpg
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  \
            data/materials/100%25.txt

            """
        #expect(bag["manifest-sha256.txt"] == manifest)
        #expect(bag["seal.txt"] == "over \(FileDigest(of: Array(manifest.utf8)).hash.hex)\n")
        let tagged = bag["tagmanifest-sha256.txt"].split(separator: "\n").map { $0.dropFirst(66) }
        #expect(tagged == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "seal.txt"])
    }

    @Test func `The bag is valid in the strictest sense`() throws {
        let folder = try TemporaryFolder()
        try SampleBag.write(in: folder)
        let zip = try ZipReader(path: folder.path("bag.zip"))
        let result = BagValidator(strictness: .canonical).validate(zip)
        #expect(result.faults.isEmpty)
        #expect(result.isValid)
        #expect(result.version == "1.0")
        #expect(
            result.info.map(\.label) == ["Source-Organization", "Bagging-Date", "Payload-Oxum"]
        )
        #expect(result.digests["data/manifest.json"]?.hash.prefix == "44136fa3")
        #expect(result.digests.count == 8)
    }

    @Test func `The same bag is the same archive`() throws {
        let folder = try TemporaryFolder()
        try SampleBag.write(in: folder, as: "1.zip")
        try SampleBag.write(in: folder, as: "2.zip")
        let first = try folder.bytes(of: "1.zip")
        #expect(try folder.bytes(of: "2.zip") == first)
    }

    @Test(
        .enabled(
            if: OutsideTool("unzip") != nil && OutsideTool("sha256sum") != nil,
            "needs unzip and sha256sum"
        )
    )
    func `sha256sum checks the unpacked bag with no tool of ours`() throws {
        let folder = try TemporaryFolder()
        var bag = try BagWriter(id: "bag", info: [])
        try bag.addPayload("a b.txt", .bytes([1]))
        try bag.addPayload("材料/01.jpg", .bytes([2]))
        try bag.write(
            to: ArchiveWriter(
                path: folder.path("bag.zip"),
                date: EntryDate(year: 2026, month: 1, day: 31)
            )
        )
        let unpacked = try #require(OutsideTool("unzip")).run(["bag.zip"], in: folder.path)
        #expect(unpacked.status == 0, "\(unpacked.output)")
        for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
            let result = try #require(OutsideTool("sha256sum")).run(
                ["--strict", "-c", manifest],
                in: folder.path("bag")
            )
            #expect(result.status == 0, "\(result.output)")
        }
        let onDisk = try FolderReader(path: folder.path("bag"))
        #expect(BagValidator(strictness: .canonical).validate(onDisk).faults.isEmpty)
    }

    @Test func `What could not be read back is refused`() throws {
        #expect(throws: ArchiveError.self) { try BagWriter(id: "a/b", info: []) }
        #expect(throws: ArchiveError.self) { try BagWriter(id: "..", info: []) }
        for field in [
            BagInfoField("A:B", "c"), BagInfoField("A", "b\nC: d"), BagInfoField("", "c"),
            BagInfoField("A", " b"), BagInfoField("payload-oxum", "1.1"),
        ] {
            #expect(throws: ArchiveError.self) { try BagWriter(id: "a", info: [field]) }
        }
        var bag = try BagWriter(id: "a", info: [])
        #expect(throws: ArchiveError.self) { try bag.addPayload("../x", .bytes([])) }
        try bag.addPayload("x", .bytes([]))
        #expect(throws: ArchiveError.self) { try bag.addPayload("x", .bytes([])) }
    }

    @Test func `A seal that fails leaves no archive`() throws {
        struct NoKey: Error {}
        let folder = try TemporaryFolder()
        let bag = try BagWriter(id: "a", info: [])
        #expect(throws: NoKey.self) {
            try bag.write(
                to: ArchiveWriter(
                    path: folder.path("a.zip"),
                    date: EntryDate(year: 2026, month: 1, day: 31)
                )
            ) { _ in throw NoKey() }
        }
        #expect(try folder.names.isEmpty)
    }
}
