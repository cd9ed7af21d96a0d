import Glibc
public import Sealing

/// Where a person keeps the lists that verifying goes by: one pinned root key and what it signed.
///
/// A list of revocations is kept for each key that signs one, so that an office's list, or that of
/// a thief of its key, never takes the place of the root's.
public struct TrustStore: Sendable {
    /// The folder, which need not be there.
    public let folder: String

    /// Looks into this folder.
    public init(folder: String) { self.folder = folder }

    /// The folder of the XDG base directories: `$XDG_DATA_HOME/dossier`, else
    /// `~/.local/share/dossier`; nil where neither is set.
    public static func standardFolder(dataHome: String?, home: String?) -> String? {
        // A relative path is to be ignored, says the specification.
        if let dataHome, dataHome.hasPrefix("/") { return "\(dataHome)/dossier" }
        return home.map { "\($0)/.local/share/dossier" }
    }

    private func file(_ name: String) -> StoredFile { StoredFile(path: "\(folder)/\(name)") }
    private var rootFile: StoredFile { file("root.json") }
    private var trustFile: StoredFile { file("trust.json") }
    private func revocationFile(_ signer: KeyID) -> StoredFile {
        file("revocations-\(signer).json")
    }

    // MARK: Reading

    /// The root key that was pinned; nil before the first list is installed.
    ///
    /// - Throws: A ``TrustError`` if the store is damaged.
    public func root() throws(TrustError) -> VerifyingKey? {
        guard let bytes = try rootFile.read() else { return nil }
        do throws(SealError) {
            return try VerifyingKey(file: bytes)
        } catch {
            throw TrustError(.damaged, rootFile.path, reason: "\(error)")
        }
    }

    /// The list of keys, its signature checked anew; nil if none is installed.
    ///
    /// - Throws: A ``TrustError`` if the store is damaged.
    public func trust() throws(TrustError) -> TrustList? {
        guard let bytes = try trustFile.read() else { return nil }
        guard let list = try? TrustList(parsing: bytes), let root = try root(),
            list.isSigned(by: root)
        else { throw TrustError(.damaged, trustFile.path) }
        return list
    }

    /// The list of revocations that a key signed; nil if none is installed.
    ///
    /// - Throws: A ``TrustError`` if the store is damaged.
    public func revocations(by key: VerifyingKey) throws(TrustError) -> RevocationList? {
        let file = revocationFile(key.id)
        guard let bytes = try file.read() else { return nil }
        guard let list = try? RevocationList(parsing: bytes), list.isSigned(by: key) else {
            throw TrustError(.damaged, file.path)
        }
        return list
    }

    // MARK: Installing

    /// Puts a list of keys into the store, and pins its root key if it is the first.
    ///
    /// - Parameters:
    ///   - list: The list.
    ///   - root: The key that must have signed it; nil for the pinned one.
    /// - Returns: False if this very list is installed already.
    /// - Throws: A ``TrustError``, or a `SealError` of code `trustSignature`.
    @discardableResult
    public func install(_ list: TrustList, root: VerifyingKey?) throws -> Bool {
        guard list.seal != nil else { throw TrustError(.unsigned, "") }
        let pinned = try self.root()
        guard let key = pinned ?? root else { throw TrustError(.noRoot, "") }
        if let root, root != key { throw TrustError(.otherRoot, "\(key.id)") }
        guard list.isSigned(by: key) else { throw SealError(.trustSignature, "\(key.id)") }
        let isNew = try Self.isNewer(
            (list.version, try list.canonicalBytes()),
            than: trust().map { ($0.version, try $0.canonicalBytes()) }
        )
        guard isNew else { return false }
        try makeFolder()
        if pinned == nil { try rootFile.write(key.jwk.canonicalBytes()) }
        try trustFile.write(list.canonicalBytes())
        return true
    }

    /// Puts a list of revocations into the store, for the root or an office of the list of keys.
    ///
    /// - Returns: False if this very list is installed already.
    /// - Throws: A ``TrustError``, or a `SealError` of code `revocationSignature`.
    @discardableResult
    public func install(_ list: RevocationList) throws -> Bool {
        guard let signer = list.seal?.keyID else { throw TrustError(.unsigned, "") }
        guard let root = try root() else { throw TrustError(.noRoot, "") }
        let revocations = Revocations(list, root: root, trust: try trust())
        guard let key = revocations.signer else {
            throw SealError(.revocationSignature, "\(signer)")
        }
        let isNew = try Self.isNewer(
            (list.number, try list.canonicalBytes()),
            than: self.revocations(by: key).map { ($0.number, try $0.canonicalBytes()) }
        )
        guard isNew else { return false }
        try makeFolder()
        try revocationFile(signer).write(list.canonicalBytes())
        return true
    }

    private static func isNewer(
        _ list: (number: Int, bytes: [UInt8]),
        than installed: (number: Int, bytes: [UInt8])?
    ) throws(TrustError) -> Bool {
        guard let installed, list.bytes != installed.bytes else { return installed == nil }
        let numbers = "\(installed.number) > \(list.number)"
        if list.number < installed.number { throw TrustError(.lowerVersion, numbers) }
        if list.number == installed.number { throw TrustError(.sameVersion, "\(list.number)") }
        return true
    }

    private func makeFolder() throws(TrustError) {
        var path = ""
        for part in folder.split(separator: "/") {
            path += path.isEmpty && !folder.hasPrefix("/") ? "\(part)" : "/\(part)"
            guard mkdir(path, 0o700) == 0 || errno == EEXIST || errno == EROFS else {
                throw TrustError(.inaccessible, folder, reason: String(cString: strerror(errno)))
            }
        }
    }
}
