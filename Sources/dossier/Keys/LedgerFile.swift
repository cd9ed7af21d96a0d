import Registration
import Sealing

/// What an office stands by: the hashes of the manifests that it sealed.
struct LedgerFile {
    /// The hashes.
    private(set) var hashes: Set<ContentHash> = []
    /// What a batch skipped, for it was packed in an earlier run.
    private var skipped: [DossierID: Int] = [:]

    /// Reads lines as sha256sum writes them, or as `dossier pack` prints them.
    ///
    /// - Throws: A `SealError` that names a line which tells of no manifest: left out in silence, it
    ///   would make an honest dossier a forged one.
    init(_ path: String) throws {
        let lines = try ListFile.read(path).split { $0 == 0x0A || $0 == 0x0D }
        for (index, line) in lines.enumerated() {
            guard take(Array(line), number: index + 1) else { throw Self.fault(index + 1) }
        }
        let known = Set(hashes.map { DossierID(manifest: $0) })
        if let missing = skipped.filter({ !known.contains($0.key) }).map(\.value).min() {
            throw Self.fault(missing)
        }
    }

    private static func fault(_ line: Int) -> SealError {
        SealError(.ledger, "\(line)")
    }

    private mutating func take(_ line: [UInt8], number: Int) -> Bool {
        guard line.first == UInt8(ascii: "{") else {
            let word = line.split(separator: UInt8(ascii: " ")).first ?? []
            return insert(String(decoding: word, as: UTF8.self))
        }
        guard let value = try? JSONValue(parsing: line) else { return false }
        switch value["result"]?.string {
        case "refused", "failed": return true
        case "skipped":
            guard let id = value["id"]?.string.flatMap({ try? DossierID(parsing: $0) }) else {
                return false
            }
            skipped[id] = number
            return true
        default: return insert((value["archive"] ?? value)["manifest"]?.string ?? "")
        }
    }

    private mutating func insert(_ hex: String) -> Bool {
        guard let hash = ContentHash(hex: hex) else { return false }
        hashes.insert(hash)
        return true
    }
}
