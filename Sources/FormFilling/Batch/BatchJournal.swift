import Glibc
import Registration
import Sealing

/// What this tool has made in an output folder, so that a second run makes only what is missing or changed.
///
/// A line is written before a file appears and another when it stands: a file of which only the first is
/// there was being written when a run ended, and is made again. A line cut by a crash is no JSON, and is
/// passed over.
final class BatchJournal {
    static let name = ".dossier-forms"

    /// The largest journal that is read: lines of a hundred bytes for half a million files.
    private static let limit = 64 << 20

    private let descriptor: CInt
    /// The hash of each file that stands; nil for one that was only begun.
    private var files: [String: ContentHash?] = [:]

    /// Opens the journal of a folder, and keeps other runs out of it.
    init(in folder: String) throws(FormDataError) {
        let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
        descriptor = open("\(folder)/\(Self.name)", flags, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw Self.failure()
        }
        for line in try Self.bytes(of: descriptor).split(separator: 0x0A) {
            if let value = try? JSONValue(parsing: Array(line)) { take(value) }
        }
        try endLastLine()
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Whether this tool made the file, or began to.
    func knows(_ file: String) -> Bool { files[file] != nil }

    /// What the file was made of, if it stands.
    func hash(of file: String) -> ContentHash? { files[file] ?? nil }

    /// Notes that files are about to appear.
    func begin(_ sheets: [FormSheet]) throws(FormDataError) {
        try append(
            sheets.map { ["row": .integer(Int64($0.row)), "file": .string($0.file)] }
        )
        for sheet in sheets { files[sheet.file] = .some(nil) }
    }

    /// Notes that files stand.
    func finish(_ sheets: [FormSheet]) throws(FormDataError) {
        try append(
            sheets.map { sheet in
                [
                    "row": .integer(Int64(sheet.row)), "file": .string(sheet.file),
                    "hash": .string(sheet.hash.hex),
                ]
            }
        )
        for sheet in sheets { files[sheet.file] = sheet.hash }
    }

    /// Notes that files that were begun are not there, or are another's.
    func forget(_ sheets: [FormSheet]) throws(FormDataError) {
        try append(sheets.map { ["file": .string($0.file), "gone": true] })
        for sheet in sheets { files[sheet.file] = nil }
    }

    private func take(_ value: JSONValue) {
        guard let file = value["file"]?.string else { return }
        if value["gone"]?.bool == true {
            files[file] = nil
        } else {
            files[file] = .some(value["hash"]?.string.flatMap { ContentHash(hex: $0) })
        }
    }

    private static func bytes(of descriptor: CInt) throws(FormDataError) -> [UInt8] {
        let chunks = FileChunks(borrowing: descriptor)
        var bytes: [UInt8] = []
        while bytes.count < limit, let chunk = try chunks.next() { bytes += chunk }
        return bytes
    }

    /// What a crash left without an end must not run into the next line.
    private func endLastLine() throws(FormDataError) {
        let size = lseek(descriptor, 0, SEEK_END)
        var last: UInt8 = 0
        guard size > 0, pread(descriptor, &last, 1, size - 1) == 1, last != 0x0A else { return }
        try write([0x0A])
    }

    /// Adds lines, all in one go.
    private func append(_ lines: [[String: JSONValue]]) throws(FormDataError) {
        var bytes: [UInt8] = []
        for line in lines {
            guard let text = try? JSONValue.object(line).canonicalBytes() else {
                throw FormDataError(FormDataFault(.output, values: ["reason": "JSON"]))
            }
            bytes += text + [0x0A]
        }
        try write(bytes)
    }

    private func write(_ bytes: [UInt8]) throws(FormDataError) {
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Self.failure()
        }
    }

    private static func failure() -> FormDataError {
        FormDataError(
            FormDataFault(.output, values: ["reason": String(cString: strerror(errno))])
        )
    }
}
