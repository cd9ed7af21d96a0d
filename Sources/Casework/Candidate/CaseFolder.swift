import Archiving
import Glibc
import Registration
import Sealing

/// What a candidate's folder keeps of its case beside the log: the manifests of what was submitted, and
/// the slips that came back.
struct CaseFolder {
    /// Where it lies in the candidate's folder.
    static let name = "case"

    let path: String

    /// The folder of the case in a candidate's folder.
    init(of folder: String) { path = "\(folder)/\(Self.name)" }

    /// Whether anything was ever submitted from the folder.
    var hasLog: Bool { access("\(path)/log.jsonl", F_OK) == 0 }

    /// Reads the manifest of a revision; it was kept before the log counted the submission.
    ///
    /// - Throws: `CaseworkError` of code `keptFileLost`.
    func manifest(ofRevision revision: Int) throws(CaseworkError) -> [UInt8] {
        let file = Self.manifestName(revision)
        do {
            return try WholeFile.read("\(path)/\(file)", limit: 64 << 20)
        } catch {
            throw CaseworkError(.keptFileLost, "\(Self.name)/\(file)", reason: error.reason)
        }
    }

    /// Keeps the manifest of a revision that is about to be submitted.
    func keep(manifest bytes: [UInt8], ofRevision revision: Int) throws(CaseworkError) {
        try write(bytes, as: Self.manifestName(revision))
    }

    /// Keeps a slip, by the number of the last line that it brings.
    func keep(slip bytes: [UInt8], upTo line: Int) throws(CaseworkError) {
        try write(bytes, as: Self.slipName(line))
    }

    /// The slip that brought a line; nil if none is kept.
    func slip(upTo line: Int) -> ReturnSlip? {
        try? ReturnSlip(readingFileAt: "\(path)/\(Self.slipName(line))")
    }

    private static func slipName(_ line: Int) -> String { "slip-\(line).json" }

    private static func manifestName(_ revision: Int) -> String { "manifest-\(revision).json" }

    /// Writes a file whole or not at all.
    private func write(_ bytes: [UInt8], as name: String) throws(CaseworkError) {
        do {
            let file = try TemporaryFile(beside: "\(path)/\(name)")
            try file.write(bytes)
            try file.publish(replacing: true)
        } catch {
            throw CaseworkError(.cannotWrite, "\(Self.name)/\(name)", reason: error.reason)
        }
    }
}
