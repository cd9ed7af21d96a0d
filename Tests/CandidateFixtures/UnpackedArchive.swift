import Archiving

/// The files of an archive in memory, by their path below its root.
package struct UnpackedArchive: Sendable {
    package let root: String
    package var files: [String: [UInt8]] = [:]

    package init(_ path: String) throws {
        let zip = try ZipReader(path: path)
        root = zip.rootName ?? ""
        for file in zip.files { files[file.path.text] = try zip.bytes(of: file) }
    }

    package subscript(path: String) -> [UInt8]? {
        get { files[path] }
        set { files[path] = newValue }
    }

    /// Writes the files into a folder.
    package func write(to name: String, in folder: TemporaryFolder) throws {
        for (path, bytes) in files { try folder.write(bytes, to: "\(name)/\(path)") }
    }
}
