import Foundation
import PDFWriting
import PageLayout
import Testing

/// Drops the bytes and watches the process while they come.
private final class WatchingOutput: PDFOutput {
    private(set) var count = 0
    private(set) var mostOpen = 0
    private(set) var mostMemory = 0
    private let path: String

    init(watching path: String) { self.path = path }

    func write(_ bytes: [UInt8]) {
        count += bytes.count
        guard count / bytes.count % 16 == 0 else { return }
        mostOpen = max(mostOpen, Process.descriptors(of: path))
        mostMemory = max(mostMemory, Process.anonymousMemory)
    }
}

extension Process {
    /// How many of this process's descriptors lead to a file; other tests open and close others.
    fileprivate static func descriptors(of path: String) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.filter {
            let target = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/self/fd/\($0)"
            )
            return target == path
        }.count
    }

    /// The process's own memory in KiB, without mapped files.
    fileprivate static var anonymousMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}

@Suite(
    .enabled(
        if: FileManager.default.fileExists(atPath: "/proc/self/fd"),
        "there is no /proc to look into"
    )
)
struct ManyPicturesTests {
    // In a process of its own, since the memory of tests that run beside it would count too.
    @Test func `Three hundred pictures are neither held open nor held in memory`() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            let size = 1 << 20
            let bytes = [UInt8](repeating: 0x5A, count: size)
            let path = try folder.write(bytes, to: "picture.jpg")
            let resolved = URL(filePath: path).resolvingSymlinksInPath().path
            let pictures = (0..<300).map {
                PDFPicture(
                    coding: .jpeg,
                    width: 1000,
                    height: 1000,
                    colours: .rgb,
                    source: .file(path: path, parts: [0..<size]),
                    name: "picture \($0)"
                )
            }
            let fonts = try TestFont.library()
            let before = Process.anonymousMemory
            let output = WatchingOutput(watching: resolved)
            try PDFWriter(fonts: fonts).write(
                Sample.showing(300),
                pictures: pictures,
                metadata: Sample.metadata(),
                to: output
            )
            #expect(output.count > 300 * size)
            #expect(output.mostOpen <= 1)
            #expect(Process.descriptors(of: resolved) == 0)
            // 300 MiB went through.
            #expect(output.mostMemory > 0)
            #expect(output.mostMemory - before < 30 << 10)
        }
    }

    @Test func `A picture that fails half way is closed`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([UInt8](repeating: 0x5A, count: 5000), to: "short.jpg")
        let picture = PDFPicture(
            coding: .jpeg,
            width: 10,
            height: 10,
            colours: .rgb,
            source: .file(path: path, parts: [0..<9000]),
            name: "short"
        )
        #expect(throws: PDFError.self) {
            try Sample.write(Sample.showing(1), pictures: [picture])
        }
        #expect(Process.descriptors(of: URL(filePath: path).resolvingSymlinksInPath().path) == 0)
    }
}
