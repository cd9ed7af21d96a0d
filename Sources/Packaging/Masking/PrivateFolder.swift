import Glibc

/// A folder that nobody else may read, which goes with this value and takes its files along.
struct PrivateFolder: ~Copyable {
    /// Where it lies.
    let path: String
    private var files: [String] = []

    /// Makes an empty one.
    init(in parent: String) throws(PackagingError) {
        path = "\(parent)/.masking-" + String(UInt64.random(in: .min ... .max), radix: 16)
        guard mkdir(path, 0o700) == 0 else {
            throw PackagingError(.outputFailed, parent, reason: String(cString: strerror(errno)))
        }
    }

    deinit {
        for file in files { unlink("\(path)/\(file)") }
        rmdir(path)
    }

    /// A path for a file that somebody else will make; it goes with the folder.
    mutating func place() -> String {
        let name = String(files.count + 1)
        files.append(name)
        return "\(path)/\(name)"
    }

    /// Writes a file that only its owner may read; its name.
    mutating func write(_ bytes: [UInt8]) throws(PackagingError) -> String {
        let name = String(files.count + 1)
        // Noted first: what could not be written whole goes with the folder, too.
        files.append(name)
        try PrivateFile.write(bytes, to: "\(path)/\(name)", as: "a masked picture")
        return name
    }
}
