import Archiving

/// A bag in memory, to write any fault into.
struct MemoryBag: BagContainer {
    var contents: [ArchivePath: [UInt8]]
    var rootName: String?
    let faults: [BagFault] = []

    var files: [BagFile] {
        contents.keys.sorted().map { BagFile(path: $0, size: contents[$0]?.count ?? 0) }
    }

    var folders: Set<ArchivePath> { Set(contents.keys.flatMap(\.folders)) }

    func read(_ file: BagFile, _ body: (Span<UInt8>) -> Void) throws(ArchiveError) {
        if let bytes = contents[file.path] { body(bytes.span) }
    }

    init(copying zip: borrowing ZipReader) throws(ArchiveError) {
        contents = [:]
        rootName = zip.rootName
        for file in zip.files { contents[file.path] = try zip.bytes(of: file) }
    }

    mutating func move(_ path: ArchivePath, to other: ArchivePath) {
        contents[other] = contents.removeValue(forKey: path)
    }

    subscript(path: ArchivePath) -> [UInt8] {
        get { contents[path] ?? [] }
        set { contents[path] = newValue }
    }
}
