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

    /// Orders names as people count: "2.jpg" before "10.jpg"; names that count alike by their bytes.
    ///
    /// Numbers may have any length (cameras join date and time), and no two names are equal, so that
    /// the order is the same wherever the folder lies.
    static func natural(_ left: String, _ right: String) -> Bool {
        let (a, b) = (pieces(left), pieces(right))
        for (x, y) in zip(a, b) where x != y {
            if x.isNumber, y.isNumber, x.digits.count != y.digits.count {
                return x.digits.count < y.digits.count
            }
            return x.digits.lexicographicallyPrecedes(y.digits)
        }
        guard a.count == b.count else { return a.count < b.count }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// A run of digits without leading zeros, or a run of anything else.
    private struct Piece: Equatable {
        var isNumber: Bool
        var digits: [UInt8]
    }

    private static func pieces(_ name: String) -> [Piece] {
        var pieces: [Piece] = []
        for byte in name.utf8 {
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            if pieces.last?.isNumber != isDigit {
                pieces.append(Piece(isNumber: isDigit, digits: []))
            }
            let last = pieces.count - 1
            if isDigit, pieces[last].digits == [UInt8(ascii: "0")] { pieces[last].digits = [] }
            pieces[last].digits.append(byte)
        }
        return pieces
    }
}
