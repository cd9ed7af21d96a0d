import Archiving
import Foundation
import Registration
import Testing

@Suite struct ArchiveWriterTests {
    static let date = Result { try EntryDate(year: 2026, month: 1, day: 31) }

    func writer(_ path: String, replacing: Bool = false) throws -> ArchiveWriter {
        try ArchiveWriter(path: path, date: Self.date.get(), replacing: replacing)
    }

    /// What finishing throws; a macro's closure could not consume the writer.
    static func failure(finishing writer: consuming ArchiveWriter) -> ArchiveError? {
        do {
            try writer.finish()
            return nil
        } catch {
            return error as? ArchiveError
        }
    }

    /// A digest of a file as promised to the writer.
    func content(_ path: String) throws -> ArchiveContent {
        .file(path: path, digest: try FileHasher().digest(ofFile: path))
    }

    func writeSample(in folder: TemporaryFolder, as name: String) throws {
        let picture = try folder.write(
            (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) },
            to: "picture"
        )
        var writer = try writer(folder.path(name))
        try writer.add("r/a.txt", .bytes(Array("hello\n".utf8)))
        try writer.add("r/empty", .bytes([]))
        try writer.add("r/材料/01.jpg", content(picture))
        try writer.finish()
    }

    // The same archive by another hand: Python's zipfile with our constants.
    @Test(.enabled(if: OutsideTool("python3") != nil, "needs python3"))
    func `The archive has the bytes that Python's zipfile gives`() throws {
        let folder = try TemporaryFolder()
        try writeSample(in: folder, as: "ours.zip")
        let script = """
            import sys, zipfile
            out = zipfile.ZipFile('theirs.zip', 'w', zipfile.ZIP_STORED)
            for name, data in (('r/a.txt', b'hello\\n'), ('r/empty', b''),
                               ('r/材料/01.jpg', open('picture', 'rb').read())):
                info = zipfile.ZipInfo(name, (2026, 1, 31, 12, 0, 0))
                info.create_system, info.external_attr = 3, 0o100600 << 16
                info.create_version, info.extract_version = int(sys.argv[1]), 10
                out.writestr(info, data)
            out.close()
            ours = zipfile.ZipFile('ours.zip')
            assert ours.testzip() is None
            print([(i.filename, i.file_size, i.flag_bits, i.extra) for i in ours.infolist()])
            """
        let ours = try folder.bytes(of: "ours.zip")
        // Version made by, low byte: libzip states that of the last APPNOTE it knows.
        let directory = try #require(
            ours.indices.first { ours[$0...].starts(with: [80, 75, 1, 2]) }
        )
        let version = String(ours[directory + 4])
        let result = try #require(OutsideTool("python3")).run(
            ["-c", script, version],
            in: folder.path
        )
        #expect(result.status == 0, "\(result.output)")
        #expect(
            result.output == """
                [('r/a.txt', 6, 0, b''), ('r/empty', 0, 0, b''), \
                ('r/材料/01.jpg', 100000, 2048, b'')]

                """
        )
        let theirs = try folder.bytes(of: "theirs.zip")
        #expect(ours == theirs)
    }

    @Test(.enabled(if: OutsideTool("unzip") != nil, "needs unzip"))
    func `unzip finds no error`() throws {
        let folder = try TemporaryFolder()
        try writeSample(in: folder, as: "a.zip")
        let result = try #require(OutsideTool("unzip")).run(["-t", "a.zip"], in: folder.path)
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("No errors detected"))
    }

    @Test func `Zone, umask and time of writing leave no trace`() async {
        // In a process of its own, as zone and umask belong to the whole process.
        await #expect(processExitsWith: .success) {
            var digests: Set<ContentHash> = []
            let settings: [(String, mode_t)] = [
                ("UTC", 0o022), ("Asia/Shanghai", 0o077), ("America/New_York", 0o777),
                ("Pacific/Apia", 0), ("Europe/London", 0o277),
            ]
            for (zone, mask) in settings {
                setenv("TZ", zone, 1)
                tzset()
                let folder = try TemporaryFolder()
                umask(mask)
                var writer = try ArchiveWriter(
                    path: folder.path("a.zip"),
                    date: EntryDate(year: 2026, month: 3, day: 29)
                )
                try writer.add("a/b", .bytes(Array("c".utf8)))
                try writer.finish()
                umask(0o022)
                digests.insert(try FileHasher().digest(ofFile: folder.path("a.zip")).hash)
                let mode = try FileManager.default.attributesOfItem(
                    atPath: folder.path("a.zip")
                )[.posixPermissions]
                guard (mode as? NSNumber)?.intValue == 0o600 else { exit(3) }
                if zone == "UTC" { sleep(2) }  // past the two seconds that a zip tells apart
            }
            exit(digests.count == 1 ? 0 : 2)
        }
    }

    @Test func `A file that changed is named, and nothing is left`() throws {
        let folder = try TemporaryFolder()
        for (before, after) in [("same", "SAME"), ("short", "longer"), ("long", "lo"), ("a", "")] {
            let file = try folder.write(Array(before.utf8), to: "source/file")
            var writer = try writer(folder.path("a.zip"))
            try writer.add("r/data/身份证明/01.jpg", content(file))
            try folder.write(Array(after.utf8), to: "source/file")
            let error = Self.failure(finishing: writer)
            #expect(error?.code == .changedWhilePacking)
            #expect(error?.subject == "r/data/身份证明/01.jpg")
            #expect(try folder.names == ["source"])
        }
    }

    @Test func `A file that went away fails the packing`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write([1], to: "source/file")
        var writer = try writer(folder.path("a.zip"))
        try writer.add("r/1", .bytes([1]))
        try writer.add("r/2", content(file))
        try FileManager.default.removeItem(atPath: file)
        let error = Self.failure(finishing: writer)
        #expect(error?.code == .cannotOpen)
        #expect(error?.subject == "r/2")
        #expect(try folder.names == ["source"])
    }

    @Test func `Nothing is replaced unless asked`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("old".utf8), to: "a.zip")
        var first = try writer(folder.path("a.zip"))
        try first.add("r/1", .bytes([1]))
        let error = Self.failure(finishing: first)
        #expect(error?.code == .alreadyExists)
        #expect(try folder.bytes(of: "a.zip") == Array("old".utf8))
        var second = try writer(folder.path("a.zip"), replacing: true)
        try second.add("r/1", .bytes([1]))
        try second.finish()
        #expect(try folder.bytes(of: "a.zip").starts(with: [80, 75, 3, 4]))
        #expect(try folder.names == ["a.zip"])
    }

    @Test func `A writer that is dropped leaves nothing`() throws {
        let folder = try TemporaryFolder()
        do {
            var writer = try writer(folder.path("a.zip"))
            try writer.add("r/1", .bytes([1]))
            #expect(try folder.names.count == 1)
        }
        #expect(try folder.names.isEmpty)
        let empty = try writer(folder.path("a.zip"))
        let error = Self.failure(finishing: empty)
        #expect(error?.code == .emptyArchive)
        #expect(try folder.names.isEmpty)
    }

    @Test(arguments: [
        (["b", "a"], ArchiveError.Code.unsortedEntry), (["a", "a"], .duplicateEntry),
        (["A", "a"], .duplicateEntry), (["a", "a/b"], .duplicateEntry),
        (["e\u{301}", "\u{E9}"], .duplicateEntry), (["/a"], .unsafePath), (["a/../b"], .unsafePath),
        (["a\nb"], .unsafePath), ([""], .unsafePath), (["A/x", "a"], .duplicateEntry),
    ])
    func `Entries that no reader could tell apart or trust are refused`(
        paths: [String],
        code: ArchiveError.Code
    ) throws {
        let folder = try TemporaryFolder()
        var writer = try writer(folder.path("a.zip"))
        var thrown: ArchiveError?
        for path in paths {
            do throws(ArchiveError) {
                try writer.add(ArchivePath(path), .bytes([]))
            } catch {
                thrown = error
            }
        }
        #expect(thrown?.code == code)
    }

    @Test(arguments: [(1979, 12, 31), (2108, 1, 1), (2026, 2, 29), (2100, 2, 29), (2026, 0, 1)])
    func `A date that no entry can bear is refused`(year: Int, month: Int, day: Int) {
        #expect(throws: ArchiveError.self) { try EntryDate(year: year, month: month, day: day) }
    }

    @Test func `A folder that is not there cannot be written to`() throws {
        let folder = try TemporaryFolder()
        for path in [folder.path("none/a.zip"), folder.path("")] {
            let error = #expect(throws: ArchiveError.self) { _ = try writer(path) }
            #expect(error?.code == .cannotWrite)
        }
    }
}
