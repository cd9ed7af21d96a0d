import Glibc

/// The list of folders finished in an output folder, so that a second run can skip them.
///
/// It holds fingerprints and ids, no names. A line is added when its archive stands; a line cut by a
/// crash is no fingerprint, and its folder is packed again.
final class PackJournal {
    /// The id of each finished archive, by the fingerprint of its folder.
    let finished: [String: String]
    private let descriptor: CInt

    init(in folder: String) throws(PackagingError) {
        let path = "\(folder)/.dossier-journal"
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw PackagingError(.outputFailed, path, reason: String(cString: strerror(errno)))
        }
        var finished: [String: String] = [:]
        let text = String(decoding: try FileBytes.read(path, as: path), as: UTF8.self)
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 2, words[0].utf8.count == 64 else { continue }
            finished[String(words[0])] = String(words[1])
        }
        self.finished = finished
        // What a crash left without an end must not run into the next line.
        if !text.isEmpty, text.last != "\n" { try append("\n") }
    }

    deinit { close(descriptor) }

    func add(_ fingerprint: String, id: String) throws(PackagingError) {
        try append("\(fingerprint) \(id)\n")
    }

    private func append(_ line: String) throws(PackagingError) {
        let bytes = Array(line.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else {
            throw PackagingError(
                .outputFailed,
                ".dossier-journal",
                reason: String(cString: strerror(errno))
            )
        }
    }
}
