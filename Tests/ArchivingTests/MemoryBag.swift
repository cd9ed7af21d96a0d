@testable import Archiving

/// A bag in memory, to write any fault into.
struct MemoryBag: BagContainer {
    var contents: [ArchivePath: [UInt8]]
    var rootName: String? { "bag" }
    var faults: [BagFault] { [] }

    var files: [BagFile] {
        contents.keys.sorted().enumerated().map { index, path in
            BagFile(path: path, size: contents[path]?.count ?? 0, index: index)
        }
    }

    var folders: Set<ArchivePath> { Set(contents.keys.flatMap(\.folders)) }

    func read(_ file: BagFile, _ body: (Span<UInt8>) -> Void) throws(ArchiveError) {
        guard let bytes = contents[file.path] else {
            throw ArchiveError(.noSuchEntry, file.path.description)
        }
        body(bytes.span)
    }

    subscript(path: ArchivePath) -> String {
        get { contents[path].map { String(decoding: $0, as: UTF8.self) } ?? "" }
        set { contents[path] = Array(newValue.utf8) }
    }

    init(contents: [ArchivePath: [UInt8]]) { self.contents = contents }

    /// Takes over all that another container holds.
    init(copying bag: borrowing some BagContainer & ~Copyable) throws {
        contents = [:]
        for file in bag.files { contents[file.path] = try bag.bytes(of: file) }
    }
}
