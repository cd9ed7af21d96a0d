import Archiving
import Registration
import Testing

@Suite struct ZipReaderTests {
    @Test func `Entries are listed as they were written`() throws {
        let folder = try TemporaryFolder()
        try SampleBag.write(in: folder)
        let zip = try ZipReader(path: folder.path("bag.zip"))
        #expect(zip.entries.count == 8)
        let picture = try #require(zip.entries.first { $0.path.text.hasSuffix("01.jpg") })
        #expect(picture.path == "7KQ2Z9M4X1B8C/data/materials/01-身份证明/01.jpg")
        #expect(picture.size == ByteCount(256))
        #expect(picture.packedSize == ByteCount(256))
        #expect(picture.compression == .stored)
        #expect(picture.kind == .file)
        #expect(!picture.isEncrypted)
        #expect(zip.folders == ["data", "data/materials", "data/materials/01-身份证明"])
        let found = zip.file(at: "data/materials/01-身份证明/01.jpg")
        let file = try #require(found)
        #expect(try zip.bytes(of: file) == (0...255).map { UInt8($0) })
        let none = zip.file(at: "data/none")
        #expect(none == nil)
    }

    @Test func `Limits are kept before anything is unpacked`() throws {
        let folder = try TemporaryFolder()
        try SampleBag.write(in: folder)
        for (limits, code) in [
            (ArchiveLimits(entryCount: 7), BagFault.Code.tooManyEntries),
            (ArchiveLimits(entrySize: ByteCount(255)), .tooLarge),
            (ArchiveLimits(totalSize: ByteCount(300)), .tooLarge),
        ] {
            let zip = try ZipReader(path: folder.path("bag.zip"), limits: limits)
            #expect(zip.faults.contains { $0.code == code && $0.severity == .error })
            #expect(zip.files.count < 8)
        }
        let zip = try ZipReader(path: folder.path("bag.zip"))
        let file = try #require(zip.files.first)
        #expect(throws: ArchiveError.self) { try zip.bytes(of: file, limit: 10) }
    }

    @Test func `A file that is no archive is an error that does not tell its folder`() throws {
        let folder = try TemporaryFolder()
        for bytes in [[], Array("PK".utf8), [UInt8](repeating: 80, count: 100_000)] {
            let path = try folder.write(bytes, to: "a.zip")
            let error = #expect(throws: ArchiveError.self) { _ = try ZipReader(path: path) }
            #expect(error?.code == .notAnArchive)
            #expect(error?.subject == "a.zip")
        }
    }

    @Test func `No changed byte of the archive yields another bag that is held valid`() throws {
        let folder = try TemporaryFolder()
        try SampleBag.write(in: folder)
        let bytes = try folder.bytes(of: "bag.zip")
        let validator = BagValidator(strictness: .canonical)
        let before = validator.validate(try ZipReader(path: folder.path("bag.zip"))).digests
        var unnoticed = 0
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x55
            let path = try folder.write(changed, to: "changed.zip")
            guard let result = try? validator.validate(ZipReader(path: path)), result.isValid else {
                continue
            }
            #expect(result.digests == before, "byte \(index)")
            unnoticed += 1
        }
        // What remains are fields of the zip that are no part of any file: versions, times, modes.
        #expect(unnoticed < bytes.count / 5)
    }
}
