import Registration
import Testing

@testable import Archiving

@Suite struct ZipDirectoryTests {
    let folder: TemporaryFolder
    let archive: [UInt8]

    init() throws {
        folder = try TemporaryFolder()
        try SampleBag.write(in: folder)
        archive = try folder.bytes(of: "bag.zip")
    }

    func directory(of bytes: [UInt8]) throws -> ZipDirectory {
        let path = try folder.write(bytes, to: "changed.zip")
        let file = try OpenFile(reading: path)
        return try ZipDirectory(of: file, at: ZipEnd(of: file), entryLimit: 100)
    }

    /// Where each record of the central directory begins (APPNOTE 4.3.12).
    var records: [Int] {
        archive.indices.filter { archive[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
    }

    @Test func `What we write is without gap, overlap or comment`() throws {
        let directory = try directory(of: archive)
        #expect(directory.records.count == 8)
        #expect(directory.faults.isEmpty)
    }

    @Test func `Entries that share bytes are named`() throws {
        var bytes = archive
        // The second record's offset of the local header (4.4.16) is made the first's.
        for index in 0..<4 { bytes[records[1] + 42 + index] = bytes[records[0] + 42 + index] }
        let directory = try directory(of: bytes)
        #expect(
            directory.faults.map(\.code) == [.overlappingEntries, .unlistedBytes, .notAsWritten]
        )
        #expect(directory.faults[0].file == "7KQ2Z9M4X1B8C/bagit.txt")
        #expect(directory.distrusted == [1])
    }

    @Test func `A name cut by a NUL is named whole`() throws {
        var bytes = archive
        bytes[records[1] + 46 + 3] = 0
        let directory = try directory(of: bytes)
        #expect(directory.faults.map(\.code) == [.unsafePath, .notAsWritten])
        #expect(directory.distrusted == [1])
    }

    @Test func `A comment is told, and one that holds an end record is ambiguous`() throws {
        var plain = archive
        plain[plain.count - 2] = 3
        #expect(try directory(of: plain + [65, 66, 67]).faults.map(\.code) == [.comment])
        let end = Array(archive.suffix(22))
        var double = archive
        double[double.count - 2] = 23
        let faults = try directory(of: double + end + [65]).faults
        #expect(faults.contains { $0.code == .ambiguousStructure && $0.severity == .error })
    }

    @Test(arguments: [[], [0x50, 0x4B], [UInt8](repeating: 0x50, count: 70_000)])
    func `Bytes without an end record are no archive`(bytes: [UInt8]) {
        #expect(throws: ArchiveError.self) { try directory(of: bytes) }
    }

    @Test func `No cut of an archive is read past its end`() throws {
        for count in archive.indices {
            #expect(throws: ArchiveError.self) { try directory(of: Array(archive[..<count])) }
            // A tail may still hold a whole directory, whose places then lie elsewhere.
            if let directory = try? directory(of: Array(archive[count...])), count > 0 {
                #expect(!directory.faults.isEmpty)
            }
        }
    }
}
