import Archiving

/// A bag in memory, made of bytes: `=path` and a line break begin a file, the next such line ends it.
struct FuzzedBag: BagContainer {
    private var contents: [ArchivePath: [UInt8]] = [:]
    let rootName: String? = nil
    let faults: [BagFault] = []

    init(_ contents: [ArchivePath: [UInt8]]) { self.contents = contents }

    init(_ bytes: [UInt8]) {
        var path: ArchivePath?
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            if line.first == UInt8(ascii: "=") {
                path = ArchivePath(utf8: line.dropFirst())
                if let path { contents[path] = [] }
            } else if let path {
                contents[path, default: []] += line + [10]
            }
        }
    }

    var files: [BagFile] {
        contents.keys.sorted().map { BagFile(path: $0, size: contents[$0]?.count ?? 0) }
    }

    var folders: Set<ArchivePath> { Set(contents.keys.flatMap(\.folders)) }

    func read(_ file: BagFile, _ body: (Span<UInt8>) -> Void) throws(ArchiveError) {
        if let bytes = contents[file.path] { body(bytes.span) }
    }
}
