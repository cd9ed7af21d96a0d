public import Registration

/// What was packed, in numbers; no personal data.
public struct PackedArchive: Hashable, Sendable {
    /// The dossier's id in one piece.
    public var id: String
    /// The id in groups, as it is printed beside the codes.
    public var printedID: String
    /// Where the archive, or the PDF alone, stands.
    public var path: String
    /// The SHA-256 of manifest.json.
    public var manifest: ContentHash
    /// The number of pages, the cover included.
    public var pages: Int
    /// The number of pictures.
    public var pictures: Int
    /// The number of volumes, each a PDF.
    public var volumes: Int
    /// The size of the PDFs.
    public var pdfSize: ByteCount
    /// Whether an office's key sealed it.
    public var isSealed: Bool
    /// How many pictures a copy for outside eyes shows, masks or withholds by which rule; empty for
    /// every other.
    public var masked: [PictureMasking.Rule: Int]
}

/// Where the result of packing goes.
public enum PackTarget: Hashable, Sendable {
    /// An archive of this name.
    case archive(String)
    /// An archive named after its id, in this folder.
    case folder(String)
    /// The PDF alone, without archive.
    case pdf(String)

    /// The folder in which the result will lie.
    var folder: String {
        switch self {
        case .archive(let path), .pdf(let path):
            path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        case .folder(let path): path
        }
    }

    /// The files that are made: one, but for the PDFs of several volumes without an archive.
    func files(_ path: String, volumes: Int) -> [String] {
        guard case .pdf = self, volumes > 1 else { return [path] }
        let stem = path.hasSuffix(".pdf") ? String(path.dropLast(4)) : path
        return (1...volumes).map { "\(stem)-\($0.twoDigits).pdf" }
    }

    func path(id: String) -> String {
        switch self {
        case .archive(let path), .pdf(let path): path
        case .folder(let path): path.hasSuffix("/") ? "\(path)\(id).zip" : "\(path)/\(id).zip"
        }
    }
}
