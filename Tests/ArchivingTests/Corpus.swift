import Foundation

/// Test material of others that lies beside the repository, where it does.
struct Corpus {
    let folder: String
    /// The rows of index.tsv: file, source, licence, what, expected.
    let rows: [(file: String, expected: String)]

    init?(_ group: String) {
        let repository = URL(filePath: #filePath).appending(path: "../../..").standardized
        let shared =
            ProcessInfo.processInfo.environment["DOSSIER_SHARED"]
            ?? repository.appending(path: "../shared").standardized.path
        folder = "\(shared)/corpora/\(group)"
        guard let index = try? String(contentsOfFile: folder + "/index.tsv", encoding: .utf8) else {
            return nil
        }
        rows = index.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            return (String(fields[0]), String(fields[4]))
        }
    }
}
