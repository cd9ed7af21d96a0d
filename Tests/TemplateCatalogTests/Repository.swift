import Glibc
import Registration
import Review
import TemplateCatalog

/// The files beside the tests.
enum Repository {
    /// The repository's root, three levels above this file.
    static let root: String = parent(of: parent(of: parent(of: #filePath)))

    /// The folder with the manuals, which is not part of the repository; nil where it is absent.
    static let shared: String? = {
        let named = getenv("DOSSIER_SHARED").map { String(cString: $0) }
        let folder = named ?? parent(of: root) + "/shared"
        return access(folder + "/seeds", R_OK) == 0 ? folder : nil
    }()

    static func catalog() throws -> TemplateCatalog {
        try TemplateCatalog(locate: .init(folder: root + "/Templates"))
    }

    static func bytes(of path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw Missing(path: path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { return bytes }
            bytes += chunk.prefix(count)
        }
    }

    struct Missing: Error {
        let path: String
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}

/// A folder that goes away with the test.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        var template = Array("/tmp/dossier-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Repository.Missing(path: "/tmp") }
        path = template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
    }

    func makeFolder(_ name: String) {
        var current = path
        for part in name.split(separator: "/") {
            current += "/\(part)"
            mkdir(current, 0o700)
        }
    }

    func write(_ text: String, to name: String) {
        guard let file = fopen("\(path)/\(name)", "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    deinit { Self.removeTree(path) }

    private static func removeTree(_ path: String) {
        if let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                        String(cString: $0)
                    }
                }
                if name != ".", name != ".." { removeTree("\(path)/\(name)") }
            }
            closedir(stream)
        }
        remove(path)
    }
}
