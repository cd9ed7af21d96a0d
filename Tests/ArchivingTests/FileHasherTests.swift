import Archiving
import Glibc
import Registration
import Testing

@Suite struct FileHasherTests {
    // FIPS 180-4 examples and their one million "a".
    @Test(arguments: [
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func `A file's digest is that of the standard`(
        text: String,
        times: Int,
        hex: String
    ) throws {
        let folder = try TemporaryFolder()
        let bytes = [UInt8](String(repeating: text, count: times).utf8)
        let file = try folder.write(bytes, to: "file")
        let digest = try FileHasher().digest(ofFile: file)
        #expect(digest.hash.hex == hex)
        #expect(digest.size == ByteCount(text.utf8.count * times))
        #expect(FileDigest(of: bytes) == digest)
    }

    @Test func `An open file is hashed and stays open`() throws {
        let folder = try TemporaryFolder()
        let descriptor = open(try folder.write(Array("abc".utf8), to: "file"), O_RDONLY)
        defer { close(descriptor) }
        #expect(try FileHasher().digest(ofDescriptor: descriptor).hash.prefix == "ba7816bf")
        #expect(lseek(descriptor, 0, SEEK_SET) == 0)
        #expect(try FileHasher().digest(ofDescriptor: descriptor).size == ByteCount(3))
    }

    @Test func `What is no regular file is refused without waiting`() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
        for (path, code) in [
            (folder.path("none"), ArchiveError.Code.cannotOpen), (folder.path, .notRegularFile),
            (folder.path("pipe"), .notRegularFile),
        ] {
            let error = #expect(throws: ArchiveError.self) { try FileHasher().digest(ofFile: path) }
            #expect(error?.code == code)
            #expect(error?.description.contains(folder.path) == false)
        }
    }
}
