import Registration

/// Collects what is wrong with the entries of an archive, and which of them remain to be trusted.
struct EntryScrutiny {
    private(set) var faults = FaultList()

    private let limits: ArchiveLimits
    private var distrusted: Set<Int> = []
    private var total = 0

    init(limits: ArchiveLimits) { self.limits = limits }

    mutating func report(
        _ code: BagFault.Code,
        _ path: ArchivePath?,
        _ detail: String = "",
        severity: Finding.Severity = .error
    ) {
        faults.append(BagFault(code, severity, path, detail: detail))
    }

    /// Looks at the archive's structure, as read without libzip.
    mutating func inspect(_ directory: ZipDirectory) {
        faults.append(contentsOf: directory.faults)
        distrusted.formUnion(directory.distrusted)
    }

    /// Looks at one entry by itself.
    mutating func inspect(_ entry: ArchiveEntry) {
        var codes: [(BagFault.Code, String)] = entry.hazards.map { (.unsafePath, $0.rawValue) }
        switch entry.kind {
        case .symbolicLink: codes.append((.symbolicLink, ""))
        case .special: codes.append((.specialFile, ""))
        case .folder where entry.size.rawValue > 0: codes.append((.folderWithData, ""))
        case .folder, .file: break
        }
        if entry.isEncrypted { codes.append((.encrypted, "")) }
        if case .other(let method) = entry.compression {
            codes.append((.unsupportedCompression, "method \(method)"))
        }
        if entry.size > limits.entrySize { codes.append((.tooLarge, "\(entry.size) bytes")) }
        if entry.grows(beyond: limits.ratio) { codes.append((.suspiciousRatio, "")) }
        for (code, detail) in codes { report(code, entry.path, detail) }
        if !codes.isEmpty { distrusted.insert(entry.index) }
        let (sum, overflow) = total.addingReportingOverflow(entry.size.rawValue)
        let isFirstOver = total <= limits.totalSize.rawValue
        total = overflow ? .max : sum
        guard total > limits.totalSize.rawValue else { return }
        distrusted.insert(entry.index)
        if isFirstOver { report(.tooLarge, nil, "all entries together") }
    }

    /// Looks at the entries together, and says what is left of them.
    mutating func layout(
        of entries: [ArchiveEntry]
    ) -> (root: ArchivePath?, files: [BagFile], folders: Set<ArchivePath>) {
        inspectNames(of: entries.filter { !$0.path.isBoundless })
        let root = Self.root(of: entries)
        if root == nil { report(.notOneRoot, nil) }
        var (files, folders) = ([BagFile](), Set<ArchivePath>())
        for entry in entries where !distrusted.contains(entry.index) {
            guard let path = root == nil ? entry.path : entry.path.droppingFirstPart else {
                continue
            }
            folders.formUnion(path.folders)
            guard folders.count <= limits.entryCount else {
                report(.tooManyEntries, nil, "folders")
                break
            }
            guard entry.kind == .file else { continue }
            files.append(BagFile(path: path, size: entry.size.rawValue, index: entry.index))
        }
        return (root, files.sorted { $0.path < $1.path }, folders)
    }

    private mutating func inspectNames(of entries: [ArchiveEntry]) {
        var (exact, folded) = ([ArchivePath: Int](), [String: Int]())
        for entry in entries {
            let path = entry.kind == .folder ? entry.path.folders.last ?? entry.path : entry.path
            if let twin = exact.updateValue(entry.index, forKey: path) {
                report(.duplicateName, path)
                distrusted.formUnion([twin, entry.index])
            } else if let twin = folded.updateValue(entry.index, forKey: path.folded) {
                report(.clashingNames, path)
                distrusted.formUnion([twin, entry.index])
            }
        }
        let sorted = folded.keys.map { Array($0.utf8) }
            .sorted { $0.lexicographicallyPrecedes($1) }
        for entry in entries where entry.kind != .folder {
            guard Self.isFolder(Array(entry.path.folded.utf8), in: sorted) else { continue }
            report(.clashingNames, entry.path, "a file and a folder")
            distrusted.insert(entry.index)
        }
    }

    /// Whether one of the sorted paths lies below this one.
    private static func isFolder(_ path: [UInt8], in sorted: [[UInt8]]) -> Bool {
        let above = path + [UInt8(ascii: "/")]
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].lexicographicallyPrecedes(above) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < sorted.count && sorted[low].starts(with: above)
    }

    private static func root(of entries: [ArchiveEntry]) -> ArchivePath? {
        let roots = Set(entries.map(\.path.outermostFolder))
        guard roots.count == 1, let root = roots.first else { return nil }
        return root
    }
}

extension ArchiveEntry {
    /// The hazards of the path; a folder's slash at the end is none.
    fileprivate var hazards: [PathHazard] {
        guard kind == .folder, path.bytes.count > 1, let folder = path.folders.last else {
            return path.hazards
        }
        return folder.hazards
    }

    fileprivate func grows(beyond ratio: Int) -> Bool {
        size.rawValue > 1_000_000 && size.rawValue / max(packedSize.rawValue, 1) > ratio
    }
}
