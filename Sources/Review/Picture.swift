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

    /// The file name's extensions in lower case, last one last: ["jpg", "exe"] for "a.jpg.exe".
    var extensions: [String] {
        let name = path.split(separator: "/").last ?? ""
        return name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map {
            $0.lowercased()
        }
    }
}
