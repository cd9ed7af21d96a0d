import Archiving
import Glibc
import Testing

/// Files of bags that are read in place.
@Suite struct FileRangeTests {
    /// What lies at a range, read from the file itself.
    private static func content(of range: borrowing FileRange) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        let count = pread(range.descriptor, &bytes, range.count, off_t(range.offset))
        return Array(bytes.prefix(max(0, count)))
    }

    private static func content(
        of path: ArchivePath,
        in bag: borrowing some BagContainer & ~Copyable
    ) throws -> [UInt8]? {
        let found = bag.file(at: path)
        let file = try #require(found)
        guard let range = try bag.range(of: file) else { return nil }
        return content(of: range)
    }

    @Test func `what an archive stores lies there as it is`() throws {
        let folder = try TemporaryFolder()
        try SampleBag.write(in: folder)
        let zip = try ZipReader(path: folder.path("bag.zip"))
        let bytes = try Self.content(of: "data/materials/01-身份证明/01.jpg", in: zip)
        #expect(bytes == (0...255).map { UInt8($0) })
    }

    @Test(.enabled(if: OutsideTool("python3") != nil, "needs python3"))
    func `what an archive packs has no place`() throws {
        let folder = try TemporaryFolder()
        try folder.write([UInt8](repeating: 65, count: 5000), to: "bag/data/file")
        let arguments = ["-m", "zipfile", "-c", "packed.zip", "bag"]
        let result = try #require(OutsideTool("python3")).run(arguments, in: folder.path)
        try #require(result.status == 0)
        let zip = try ZipReader(path: folder.path("packed.zip"))
        #expect(zip.entries.contains { $0.compression == .deflated })
        let bytes = try Self.content(of: "data/file", in: zip)
        #expect(bytes == nil)
    }

    @Test func `a file of a folder is opened without following links`() throws {
        let folder = try TemporaryFolder()
        try folder.write([7, 8], to: "secret/file")
        try folder.write([1, 2, 3], to: "bag/data/file")
        let bag = try FolderReader(path: folder.path("bag"))
        let bytes = try Self.content(of: "data/file", in: bag)
        #expect(bytes == [1, 2, 3])
        #expect(rename(folder.path("bag/data"), folder.path("bag/was")) == 0)
        #expect(symlink("../secret", folder.path("bag/data")) == 0)
        #expect(throws: ArchiveError.self) { _ = try Self.content(of: "data/file", in: bag) }
    }
}
