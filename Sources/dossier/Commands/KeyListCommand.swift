import ArgumentParser
import Glibc
import Packaging
import Sealing
import Verification

/// `dossier key list`: which keys are trusted here, and which private keys lie in some files.
struct KeyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the keys that are trusted, and private keys in files and folders.",
        discussion: "Shows names and terms, never a secret; of a locked key only where it lies."
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "Files of private keys, or folders to look into.", completion: .file())
    var paths: [String] = []
    @OptionGroup var lists: TrustOptions

    func run() async throws {
        let console = Console(common)
        try await perform(console) {
            let context = try lists.context(day: 0)
            let report = KeyReport(
                trusted: context.trust?.keys.keys ?? [],
                revocations: context.revocations.filter { $0.signer != nil }.map(\.list),
                files: try paths.flatMap { try Self.privateKeys(at: $0) },
                console: console
            )
            if common.json { try console.print(json: report.json) }
            report.printText()
        }
    }

    private static func privateKeys(at path: String) throws -> [KeyReport.Private] {
        guard let names = names(inFolder: path) else {
            // What was named must be a key; what lies about in a folder need not.
            return [try key(at: path)]
        }
        return names.compactMap { try? key(at: "\(path)/\($0)") }
    }

    private static func key(at path: String) throws -> KeyReport.Private {
        let content = try KeyFile.read(path)
        guard !SigningKey.isLocked(file: content) else {
            return KeyReport.Private(path: path, id: nil, isLocked: true)
        }
        let key = try SigningKey(file: content)
        return KeyReport.Private(path: path, id: key.id, isLocked: false)
    }

    /// The names of the files in a folder, sorted; nil if it is none.
    private static func names(inFolder path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
