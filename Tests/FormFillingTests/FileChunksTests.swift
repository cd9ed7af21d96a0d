import CandidateFixtures
import FormFilling
import Foundation
import Testing

@Suite struct FileChunksTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func bytes(_ chunks: FileChunks) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try chunks.next() { bytes += chunk }
        return bytes
    }

    @Test func `A file is given piece by piece, whole and in order`() throws {
        let written = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 251) }
        let path = try home.write(written, to: "data.csv")
        let read = try bytes(FileChunks(path: path))
        #expect(read == written)
    }

    @Test func `What is open already is read and left open`() throws {
        let descriptor = open(try home.write([1, 2, 3], to: "data.csv"), O_RDONLY)
        defer { close(descriptor) }
        let read = try bytes(FileChunks(borrowing: descriptor))
        #expect(read == [1, 2, 3])
        #expect(lseek(descriptor, 0, SEEK_CUR) == 3)
    }

    @Test func `A missing file, a folder and a pipe are refused without waiting`() {
        mkfifo(home.path("pipe"), 0o600)
        for name in ["missing.csv", "", "pipe"] {
            let error = #expect(throws: FormDataError.self) {
                try FileChunks(path: home.path(name))
            }
            #expect(error?.faults.first?.code == (name == "missing.csv" ? .missing : .unreadable))
        }
    }
}
