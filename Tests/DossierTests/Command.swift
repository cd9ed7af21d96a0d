import CandidateFixtures
import Foundation
import Testing

/// The built command, run as people run it: a process with arguments and an environment.
struct Command {
    /// What a run came to.
    struct Run: CustomStringConvertible {
        var status: Int32
        /// Whether it ended by itself, not by a signal.
        var isExit: Bool
        var output: String
        var errors: String

        var description: String { "\(status)\n\(output)\n\(errors)" }
        var lines: [Substring] { output.split(separator: "\n") }
    }

    /// It lies beside the test bundle, wherever SwiftPM puts its products.
    static let path: String? = {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        var folders = [own.deletingLastPathComponent().path, Bundle.main.bundlePath]
        folders += CommandLine.arguments.filter { $0.contains(".xctest") }.map {
            URL(filePath: $0).deletingLastPathComponent().path
        }
        folders.append(Repository.root + "/.build/debug")
        return folders.map { $0 + "/dossier" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }()

    let home: TemporaryFolder

    /// SOURCE_DATE_EPOCH, for what is packed counts on some days only; empty for today.
    private let epoch: String

    /// A command whose day is 2025-02-10 unless told otherwise, when Hubei's sample counts.
    init(in home: TemporaryFolder, epoch: String = "1739145600") {
        self.home = home
        self.epoch = epoch
    }

    /// Runs `dossier` with no terminal and nothing to read.
    @discardableResult
    func callAsFunction(
        _ arguments: String...,
        environment: [String: String] = [:]
    ) throws -> Run {
        try run(try #require(Self.path), arguments, environment: environment)
    }

    @discardableResult
    func callAsFunction(_ arguments: [String]) throws -> Run {
        try run(try #require(Self.path), arguments)
    }

    /// Runs a shell script in which `$dossier` is the command and `$home` the test's folder.
    func shell(_ script: String) throws -> Run {
        try run(
            "/bin/bash",
            ["-c", script],
            environment: ["dossier": try #require(Self.path), "home": home.path]
        )
    }

    private func run(
        _ program: String,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = [
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home.path, "LC_ALL": "en_US.UTF-8",
            "SOURCE_DATE_EPOCH": epoch,
        ].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files, for a pipe that nobody reads would stop a talkative process.
        let folder = try TemporaryFolder()
        let names = ["output", "errors"].map { folder.path($0) }
        let handles = try names.map { name in
            _ = FileManager.default.createFile(atPath: name, contents: nil)
            return try FileHandle(forWritingTo: URL(filePath: name))
        }
        process.standardOutput = handles[0]
        process.standardError = handles[1]
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            isExit: process.terminationReason == .exit,
            output: String(decoding: try folder.bytes(of: "output"), as: UTF8.self),
            errors: String(decoding: try folder.bytes(of: "errors"), as: UTF8.self)
        )
    }
}
