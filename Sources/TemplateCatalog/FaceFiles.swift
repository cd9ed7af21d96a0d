/// Where the description of faces may lie that identity photos are searched with.
public struct FaceFiles: Hashable, Sendable {
    /// The files to try, best first.
    public let cascades: [String]
    /// The Debian package that brings one.
    public let package: String

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "package", "cascades"])
        try top.requireFormat(1)
        package = try top.required("package").words()
        cascades = try top.required("cascades").list().map { (item) throws(CatalogError) in
            try item.words()
        }
    }

    /// The first file that is there; nil if none is.
    public var installed: String? { cascades.first { (try? FileBytes.read($0, named: $0)) != nil } }

    /// The bytes of the first file that is there; nil if none is.
    public func read() -> [UInt8]? {
        installed.flatMap { try? FileBytes.read($0, named: $0) }
    }
}
