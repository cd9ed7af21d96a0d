import CaseLog
import Foundation

/// A folder for a log, which goes with the test.
final class LogFolderCopy: Sendable {
    let path: String

    init() {
        let url = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var log: URL { URL(filePath: path + "/log.jsonl") }
    var head: URL { URL(filePath: path + "/head.json") }

    /// Puts files there as they may have been left.
    func leave(log bytes: [UInt8], head: LogHead?) throws {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try Data(bytes).write(to: log)
        try? FileManager.default.removeItem(at: self.head)
        if let head { try Data(head.bytes).write(to: self.head) }
    }

    func bytes(of url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    func mode(of url: URL) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}
