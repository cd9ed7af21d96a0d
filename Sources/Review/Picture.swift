public import Registration

/// One file that a candidate hands in: where it lies and what was measured of it.
public struct Picture: Hashable, Sendable {
    /// The path relative to the candidate's folder.
    public var path: String
    /// What was measured.
    public var facts: PictureFacts

    /// Names a picture.
    public init(path: String, facts: PictureFacts) {
        self.path = path
        self.facts = facts
    }

    /// The file's name.
    public var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

    /// The file's name without its extension, and without others that files of some kind have.
    public var bareName: String {
        var name = name
        for ending in extensions.reversed() {
            guard ending == extensions.last || Self.isFileExtension(ending) else { break }
            name.removeLast(ending.count + 1)
        }
        return name.isEmpty ? "picture" : name
    }

    /// The file name's extensions in lower case, last one last: ["jpg", "exe"] for "a.jpg.exe".
    public var extensions: [String] {
        name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map {
            $0.lowercased()
        }
    }

    /// Whether a word is an extension that tells programs what to do with a file.
    static func isFileExtension(_ word: String) -> Bool {
        PictureFormat.allCases.contains { $0.extensions.contains(word) }
            || ["exe", "scr", "bat", "com", "js", "html", "doc", "docx"].contains(word)
    }
}
