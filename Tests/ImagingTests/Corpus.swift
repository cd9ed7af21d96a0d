import FoundationEssentials
import Testing

/// One group of the shared test pictures: files, and what a careful program should conclude.
///
/// The pictures are not part of the repository; they lie in `../shared` beside it, or where
/// DOSSIER_SHARED says.
struct Corpus {
    struct Row: Sendable {
        let file: String
        let expected: String
    }

    static let folder: String = {
        if let shared = ProcessInfo.processInfo.environment["DOSSIER_SHARED"] {
            return shared + "/corpora"
        }
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return root.joined(separator: "/") + "/../shared/corpora"
    }()

    static let isPresent = FileManager.default.fileExists(atPath: folder)

    let group: String
    let rows: [Row]

    init(_ group: String) throws {
        self.group = group
        let index = try #require(
            FileManager.default.contents(atPath: "\(Self.folder)/\(group)/index.tsv")
        )
        rows = String(decoding: index, as: UTF8.self).split(separator: "\n").dropFirst().map {
            let fields = $0.split(separator: "\t", omittingEmptySubsequences: false)
            return Row(file: String(fields[0]), expected: String(fields[4]))
        }
    }

    func bytes(of file: String) throws -> [UInt8] {
        try [UInt8](
            #require(FileManager.default.contents(atPath: "\(Self.folder)/\(group)/\(file)"))
        )
    }
}
