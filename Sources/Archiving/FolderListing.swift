import Glibc
import Registration

/// Lists a folder without following any link.
struct FolderListing {
    private(set) var files: [BagFile] = []
    private(set) var folders: Set<ArchivePath> = []
    private(set) var faults: [BagFault] = []

    private let limits: ArchiveLimits
    private var total = 0

    init(limits: ArchiveLimits) { self.limits = limits }

    /// Lists one folder, and those in it.
    mutating func list(_ descriptor: Int32, below path: ArchivePath?) {
        // `fdopendir` takes the descriptor over, and the caller still needs its own.
        let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = unsafe fdopendir(copy) else {
            if copy >= 0 { close(copy) }
            faults.append(BagFault(.unreadableFolder, .error, path, detail: systemReason()))
            return
        }
        defer { unsafe _ = closedir(stream) }
        while let entry = unsafe readdir(stream) {
            guard files.count + folders.count < limits.entryCount else {
                if faults.last?.code != .tooManyEntries {
                    faults.append(BagFault(.tooManyEntries, detail: "\(limits.entryCount) allowed"))
                }
                return
            }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(validatingCString: $0)
                }
            }
            guard let name else {
                faults.append(BagFault(.nameNotUTF8, .error, path))
                continue
            }
            if name != ".", name != ".." { inspect(name, in: descriptor, below: path) }
        }
    }

    private mutating func inspect(_ name: String, in folder: Int32, below above: ArchivePath?) {
        let path = above.map { $0 / ArchivePath(name) } ?? ArchivePath(name)
        var status = stat()
        guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            faults.append(BagFault(.unreadableFolder, .error, path, detail: systemReason()))
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: add(path, size: Int(status.st_size))
        case S_IFDIR: descend(name, in: folder, path)
        case S_IFLNK: faults.append(BagFault(.symbolicLink, .error, path))
        default: faults.append(BagFault(.specialFile, .error, path))
        }
    }

    private mutating func add(_ path: ArchivePath, size: Int) {
        // On this disk the name is harmless, or it would not be here; elsewhere it may not be.
        for hazard in path.hazards {
            faults.append(BagFault(.unsafePath, .warning, path, detail: hazard.rawValue))
        }
        let isFirstOver = total <= limits.totalSize.rawValue
        total += size
        guard size <= limits.entrySize.rawValue, total <= limits.totalSize.rawValue else {
            if isFirstOver { faults.append(BagFault(.tooLarge, .error, path)) }
            return
        }
        files.append(BagFile(path: path, size: size, index: files.count))
    }

    private mutating func descend(_ name: String, in folder: Int32, _ path: ArchivePath) {
        folders.insert(path)
        guard path.parts.count <= 32 else {
            faults.append(
                BagFault(.unsafePath, .error, path, detail: PathHazard.tooDeep.rawValue)
            )
            return
        }
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let next = unsafe openat(folder, name, flags)
        guard next >= 0 else {
            faults.append(BagFault(.unreadableFolder, .error, path, detail: systemReason()))
            return
        }
        list(next, below: path)
        close(next)
    }

    /// Warns of names that another file system would take for one.
    mutating func inspectNames() {
        var folded: [String: ArchivePath] = [:]
        for file in files.sorted(by: { $0.path < $1.path }) {
            guard let twin = folded.updateValue(file.path, forKey: file.path.folded) else {
                continue
            }
            faults.append(
                BagFault(.clashingNames, .warning, file.path, detail: twin.description)
            )
        }
    }
}
