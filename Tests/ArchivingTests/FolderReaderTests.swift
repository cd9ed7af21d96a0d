import Archiving
import Glibc
import Registration
import Testing

@Suite struct FolderReaderTests {
    @Test func `Files are listed in the order of their paths`() throws {
        let folder = try TemporaryFolder()
        for name in ["b", "a/2", "a/1", "a-b"] { try folder.write(Array(name.utf8), to: name) }
        #expect(mkdir(folder.path("empty"), 0o700) == 0)
        let reader = try FolderReader(path: folder.path + "/")
        #expect(reader.files.map(\.path) == ["a-b", "a/1", "a/2", "b"])
        #expect(reader.folders == ["a", "empty"])
        #expect(reader.faults.isEmpty)
        #expect(reader.rootName == folder.path.split(separator: "/").last.map(String.init))
        let found = reader.file(at: "a/2")
        let file = try #require(found)
        #expect(try reader.bytes(of: file) == Array("a/2".utf8))
    }

    @Test func `No link leads out of the folder`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "secret/file")
        try folder.write([2], to: "bag/data/file")
        #expect(symlink("../secret/file", folder.path("bag/link")) == 0)
        #expect(symlink("../secret", folder.path("bag/folder")) == 0)
        #expect(mkfifo(folder.path("bag/pipe"), 0o600) == 0)
        let reader = try FolderReader(path: folder.path("bag"))
        #expect(reader.files.map(\.path) == ["data/file"])
        let faults = Dictionary(grouping: reader.faults, by: \.code).mapValues { $0.map(\.file) }
        #expect(Set(faults[.symbolicLink] ?? []) == ["link", "folder"])
        #expect(faults[.specialFile] == ["pipe"])

        // A folder that becomes a link after it was listed is not followed either.
        let file = try #require(reader.files.first)
        #expect(rename(folder.path("bag/data"), folder.path("bag/was")) == 0)
        #expect(symlink("../secret", folder.path("bag/data")) == 0)
        #expect(throws: ArchiveError.self) { try reader.bytes(of: file) }
    }

    @Test func `Names that other systems hold for one are warned of`() throws {
        let folder = try TemporaryFolder()
        for name in ["A", "a", "\u{E9}", "e\u{301}"] { try folder.write([], to: name) }
        let reader = try FolderReader(path: folder.path)
        #expect(reader.files.count == 4)
        #expect(reader.faults.map(\.code) == [.clashingNames, .clashingNames])
        #expect(reader.faults.allSatisfy { $0.severity == .warning })
    }

    @Test func `Limits are kept`() throws {
        let folder = try TemporaryFolder()
        for index in 0..<5 { try folder.write([1, 2, 3], to: "\(index)") }
        let few = try FolderReader(path: folder.path, limits: ArchiveLimits(entryCount: 3))
        #expect(few.faults.map(\.code) == [.tooManyEntries])
        let small = try FolderReader(
            path: folder.path,
            limits: ArchiveLimits(totalSize: ByteCount(10))
        )
        #expect(small.files.count == 3)
        #expect(small.faults.map(\.code) == [.tooLarge])
    }
}
