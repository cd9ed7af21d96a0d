import Foundation

/// The corpora beside the repository, for tests that need more than fits into them.
enum SharedCorpora {
    /// The folder, from DOSSIER_SHARED or `../shared` beside the repository; nil where it is absent.
    static let folder: URL? = {
        let shared: URL
        if let path = ProcessInfo.processInfo.environment["DOSSIER_SHARED"] {
            shared = URL(filePath: path)
        } else {
            var repository = URL(filePath: #filePath)
            for _ in 0..<3 { repository.deleteLastPathComponent() }
            shared = repository.appending(path: "../shared").standardizedFileURL
        }
        let corpora = shared.appending(path: "corpora")
        return FileManager.default.fileExists(atPath: corpora.path) ? corpora : nil
    }()

    /// Whether they are there; tests that need them are skipped otherwise.
    static var isPresent: Bool { folder != nil }

    /// The content of a file.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return Array(try Data(contentsOf: folder.appending(path: path)))
    }

    /// The names of the files in a folder, sorted.
    static func names(in path: String) throws -> [String] {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: path).path
        ).sorted()
    }
}

extension [UInt8] {
    /// Reads hexadecimal digits; wrong ones read as 0, which no test expects.
    init(hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        self = stride(from: 0, to: digits.count - 1, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }

    /// The bytes as hexadecimal digits.
    var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
