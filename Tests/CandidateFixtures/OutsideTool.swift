import Foundation

/// A program that looks at our files independently, where it is installed.
package struct OutsideTool: Sendable {
    package let path: String

    package init?(_ name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.map { "\($0)/\(name)" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        guard let found else { return nil }
        path = found
    }

    package init?(path: String) {
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        self.path = path
    }

    package static func isInstalled(_ name: String) -> Bool { OutsideTool(name) != nil }

    /// Runs it; what it printed.
    ///
    /// - Throws: If it cannot be started or does not succeed.
    @discardableResult
    package func run(_ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failed(tool: path, text: text) }
        return text
    }

    package struct Failed: Error {
        let tool: String
        let text: String
    }
}
