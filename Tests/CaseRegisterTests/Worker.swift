import Foundation
import Glibc
import Testing

/// A process of its own that works on a register, and may be killed.
final class Worker {
    /// A line of its answer.
    struct Answer: Hashable {
        let what: String
        let caseID: String
        let number: Int
    }

    /// It lies beside the test bundle, wherever SwiftPM puts its products.
    private static let path: String? = {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        var folders = [own.deletingLastPathComponent().path, Bundle.main.bundlePath]
        folders += CommandLine.arguments.filter { $0.contains(".xctest") }.map {
            URL(filePath: $0).deletingLastPathComponent().path
        }
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        folders.append(root.standardizedFileURL.path + "/.build/debug")
        return folders.map { $0 + "/RegisterWorker" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }()

    private let process = Process()
    private let folder: TemporaryFolder

    init(_ arguments: String...) throws {
        folder = try TemporaryFolder()
        process.executableURL = URL(filePath: try #require(Self.path))
        process.arguments = arguments
        process.environment = [:]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(folder.path("output"))
        process.standardError = try Self.file(folder.path("errors"))
        try process.run()
    }

    private static func file(_ path: String) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        return try FileHandle(forWritingTo: URL(filePath: path))
    }

    /// Ends it in the middle of whatever it does.
    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Waits for its end; zero if it came to it well.
    func status() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    var errors: String {
        get throws { String(decoding: try folder.bytes(of: "errors"), as: UTF8.self) }
    }

    /// What it acknowledged so far.
    var answers: [Answer] {
        get throws {
            let text = String(decoding: try folder.bytes(of: "output"), as: UTF8.self)
            return text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                guard words.count == 3, let number = Int(words[2]) else { return nil }
                return Answer(what: String(words[0]), caseID: String(words[1]), number: number)
            }
        }
    }
}
