import Glibc

/// The entries of a folder, in natural name order, hidden ones left out.
struct FolderListing {
    /// One entry.
    struct Entry {
        enum Kind {
            case file
            case folder
            case other
        }
        var name: String
        var kind: Kind
    }

    let entries: [Entry]

    /// Lists a folder; links are followed, since people link pictures into place.
    init(of path: String) throws(PackagingError) {
        guard let folder = opendir(path) else {
            let reason = String(cString: strerror(errno))
            throw errno == ENOENT || errno == ENOTDIR
                ? PackagingError(.folderMissing, path)
                : PackagingError(.folderUnreadable, path, reason: reason)
        }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while let item = readdir(folder) {
            let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix("."), !Self.litter.contains(name.lowercased()) else { continue }
            entries.append(Entry(name: name, kind: Self.kind(of: "\(path)/\(name)")))
        }
        self.entries = entries.sorted { Self.natural($0.name, $1.name) }
    }

    /// What file managers leave behind.
    private static let litter: Set<String> = ["thumbs.db", "desktop.ini", "ehthumbs.db"]

    private static func kind(of path: String) -> Entry.Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .other }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// Orders names as people count: "2.jpg" before "10.jpg"; equal numbers by their digits, then bytes.
    static func natural(_ left: String, _ right: String) -> Bool {
        let (a, b) = (pieces(left), pieces(right))
        for (x, y) in zip(a, b) where x != y {
            if let m = Int(x), let n = Int(y), m != n { return m < n }
            return Array(x.utf8).lexicographicallyPrecedes(y.utf8)
        }
        return a.count < b.count
    }

    private static func pieces(_ name: String) -> [String] {
        var pieces: [String] = []
        var wasDigit = false
        for character in name {
            let isDigit = character.isASCII && character.isNumber
            if isDigit == wasDigit, !pieces.isEmpty {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
            wasDigit = isDigit
        }
        return pieces
    }
}
