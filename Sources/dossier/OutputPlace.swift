import Glibc
import Packaging

/// What the user means by `-o`.
enum OutputPlace {
    /// A folder that exists, or ends in a slash, is for a file named after its id; else it is the file.
    static func target(_ path: String) -> PackTarget {
        path.hasSuffix("/") || isFolder(path) ? .folder(path) : .archive(path)
    }

    /// The folder in which a file lies.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// Whether there is a folder of that name.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
