import TemplateCatalog

/// The files beside the tests.
enum Repository {
    /// The repository's root, three levels above this file.
    private static let root = parent(of: parent(of: parent(of: #filePath)))

    static func catalog() throws -> TemplateCatalog {
        try TemplateCatalog(locate: .init(folder: root + "/Templates"))
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
