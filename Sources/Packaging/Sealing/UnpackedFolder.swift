import Archiving
import Glibc
import Registration
import Sealing

/// A candidate's folder laid out again from an archive for as long as it is needed; nobody else may read it.
struct UnpackedFolder: ~Copyable {
    /// Where it lies.
    let path: String
    /// What it was laid out from.
    let dossier: ArchivedDossier
    /// The log of the case that the archive holds; nil if it holds none.
    private(set) var record: CaseRecord?
    private var files: [String] = []
    private var folders: [String] = []

    /// Lays out all pictures of an archive with candidate.yaml and the log of repairs.
    static func layingOut(_ archive: String, in parent: String) throws -> UnpackedFolder {
        let bag = try ZipReader(path: archive)
        guard let manifest = bag.file(at: "data/manifest.json") else {
            throw PackagingError(.manifestUnreadable, "manifest.json")
        }
        let dossier = try ArchivedDossier(manifest: bag.bytes(of: manifest))
        var folder = try UnpackedFolder(for: dossier, in: parent)
        try folder.lay(out: dossier, from: bag)
        return folder
    }

    private init(for dossier: ArchivedDossier, in parent: String) throws(PackagingError) {
        let path = "\(parent)/.sealing-" + String(UInt64.random(in: .min ... .max), radix: 16)
        guard mkdir(path, 0o700) == 0 else {
            throw PackagingError(.outputFailed, parent, reason: String(cString: strerror(errno)))
        }
        (self.path, self.dossier) = (path, dossier)
    }

    deinit {
        for file in files { unlink("\(path)/\(file)") }
        for folder in folders.reversed() { rmdir("\(path)/\(folder)") }
        rmdir(path)
    }

    private mutating func lay(
        out dossier: ArchivedDossier,
        from bag: borrowing some BagContainer & ~Copyable
    ) throws {
        try write(dossier.candidateFile, to: "candidate.yaml")
        try addFolders(above: "materials/.")
        for file in dossier.files {
            guard let entry = bag.file(at: file.source) else {
                throw PackagingError(.archiveChanged, file.source.text)
            }
            let bytes = try bag.bytes(of: entry)
            guard ContentHash.of(bytes) == file.hash else {
                throw PackagingError(.archiveChanged, file.source.text)
            }
            try write(bytes, to: file.target)
        }
        if let head = dossier.logHead {
            let path = ArchivePath("data/\(CaseRecord.fileName)")
            guard let entry = bag.file(at: path) else {
                throw PackagingError(.archiveChanged, path.text)
            }
            let bytes = try bag.bytes(of: entry)
            record = CaseRecord(bytes: bytes, events: head.events, head: head.hash)
        }
        guard !dossier.repairs.entries.isEmpty else { return }
        try write(try dossier.repairs.json.canonicalBytes(), to: RepairLog.path)
    }

    private mutating func write(_ bytes: [UInt8], to file: String) throws(PackagingError) {
        try addFolders(above: file)
        // Noted first: what could not be written whole goes with the folder, too.
        files.append(file)
        try PrivateFile.write(bytes, to: "\(path)/\(file)", as: "the unpacked archive")
    }

    private mutating func addFolders(above file: String) throws(PackagingError) {
        var folder = ""
        for part in file.split(separator: "/").dropLast() {
            folder += folder.isEmpty ? String(part) : "/\(part)"
            guard !folders.contains(folder) else { continue }
            guard mkdir("\(path)/\(folder)", 0o700) == 0 else { throw failure() }
            folders.append(folder)
        }
    }

    private func failure() -> PackagingError {
        PackagingError(
            .outputFailed,
            "the unpacked archive",
            reason: String(cString: strerror(errno))
        )
    }
}
