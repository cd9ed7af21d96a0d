/// A candidate's folder on disk: where the file and the pictures lie, before anything is read.
public struct CandidateFolder: Sendable {
    /// A folder of pictures under `materials`.
    public struct MaterialFolder: Sendable {
        /// The folder's name: a material's title or id.
        public var name: String
        /// The names of its files in natural order.
        public var files: [String]
        /// Names of what is neither file nor litter: folders, pipes.
        public var strays: [String]
    }

    /// The folder, as the user named it.
    public let path: String
    /// The folders under `materials`, in natural order.
    public let materials: [MaterialFolder]
    /// Files that lie directly in `materials` and belong to no material.
    public let strays: [String]

    /// Whether there is a log of repairs.
    let hasRepairs: Bool

    /// Lists a candidate's folder.
    ///
    /// - Throws: `PackagingError` if the folder, its candidate.yaml or its materials are missing.
    public init(at path: String) throws(PackagingError) {
        var trimmed = Substring(path)
        while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
        self.path = String(trimmed)
        let top = try FolderListing(of: self.path)
        guard top.entries.contains(where: { $0.name == "candidate.yaml" && $0.kind == .file })
        else { throw PackagingError(.candidateFileMissing, self.path) }
        guard top.entries.contains(where: { $0.name == "materials" && $0.kind == .folder })
        else { throw PackagingError(.materialsMissing, self.path) }
        let repairs =
            top.entries.contains { $0.name == RepairLog.folder && $0.kind == .folder }
            ? try FolderListing(of: "\(self.path)/\(RepairLog.folder)").entries : []
        hasRepairs = repairs.contains { $0.name == RepairLog.fileName && $0.kind == .file }

        var materials: [MaterialFolder] = []
        var strays: [String] = []
        for entry in try FolderListing(of: self.path + "/materials").entries {
            guard entry.kind == .folder else {
                strays.append("materials/\(entry.name)")
                continue
            }
            let listing = try FolderListing(of: "\(self.path)/materials/\(entry.name)")
            materials.append(
                MaterialFolder(
                    name: entry.name,
                    files: listing.entries.filter { $0.kind == .file }.map(\.name),
                    strays: listing.entries.filter { $0.kind != .file }
                        .map { "materials/\(entry.name)/\($0.name)" }
                )
            )
        }
        self.materials = materials
        self.strays = strays
    }

    /// The path of the candidate's file.
    public var candidateFile: String { path + "/candidate.yaml" }
}
