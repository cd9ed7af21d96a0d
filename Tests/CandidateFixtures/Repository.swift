import Foundation
package import TemplateCatalog

/// What lies in the repository for all to use.
package enum Repository {
    /// The repository's root: this file lies in Tests/CandidateFixtures.
    package static let root = URL(filePath: #filePath)
        .appending(path: "../../..").standardized.path

    /// The sample candidate of an area.
    package static func sample(_ area: String) -> String { "\(root)/Templates/Samples/\(area)" }

    package static func catalog() throws -> TemplateCatalog {
        try TemplateCatalog(locate: .init(folder: root + "/Templates"))
    }

    /// Test material of others that lies beside the repository, where it does.
    package static func corpus(_ file: String) -> String? {
        let shared =
            ProcessInfo.processInfo.environment["DOSSIER_SHARED"]
            ?? URL(filePath: root).appending(path: "../shared").standardized.path
        let path = "\(shared)/corpora/\(file)"
        return FileManager.default.isReadableFile(atPath: path) ? path : nil
    }
}
