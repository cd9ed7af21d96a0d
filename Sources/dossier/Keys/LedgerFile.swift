import Registration
import Sealing

/// What an office stands by: the hashes of the manifests that it sealed.
enum LedgerFile {
    static func read(_ path: String) throws -> Set<ContentHash> {
        let lines = try ListFile.read(path).split { $0 == 0x0A || $0 == 0x0D }
        var hashes: Set<ContentHash> = []
        for (index, line) in lines.enumerated() {
            guard let hash = hash(in: Array(line)) else {
                throw SealError(.revocationFile, "ledger, line \(index + 1)")
            }
            hashes.insert(hash)
        }
        return hashes
    }

    /// The first word of a line as sha256sum writes it, or the manifest of a line of `dossier pack`.
    private static func hash(in line: [UInt8]) -> ContentHash? {
        guard line.first != UInt8(ascii: "{") else {
            return (try? JSONValue(parsing: line))?["manifest"]?.string
                .flatMap(ContentHash.init(hex:))
        }
        let word = line.split(separator: UInt8(ascii: " ")).first ?? []
        return ContentHash(hex: String(decoding: word, as: UTF8.self))
    }
}
