import Archiving
public import CaseRegister
import Glibc
public import Registration
import Sealing

/// An office's folder: the register, and the archives that came in.
public struct OfficeDesk: Sendable {
    /// The register.
    public let register: CaseRegister
    private let folder: String

    /// Opens the folder.
    ///
    /// - Throws: A `RegisterError` if there is no register in it.
    public init(opening folder: String) throws(RegisterError) {
        register = try CaseRegister(opening: folder)
        self.folder = folder
    }

    /// Makes the folder with an empty register.
    ///
    /// - Parameters:
    ///   - folder: Where it is made; nobody else may read it.
    ///   - office: Whose it is.
    ///   - time: When, in seconds since 1970-01-01T00:00:00Z.
    /// - Throws: A `RegisterError` if there is one already, or it cannot be made.
    public init(
        creating folder: String,
        office: OfficeSettings,
        at time: Int64
    ) throws(RegisterError) {
        register = try CaseRegister(creating: folder, office: office, at: time)
        self.folder = folder
    }

    /// Where an archive is kept, by the hash of its bytes.
    public func path(of archive: ContentHash) -> String { "\(archives)/\(archive.hex).zip" }

    private var archives: String { "\(folder)/archives" }

    /// Keeps a copy of an archive; one that is there already is left alone.
    ///
    /// - Returns: The hash of its bytes.
    /// - Throws: `ArchiveError` if it cannot be read, `CaseworkError` if it cannot be kept.
    func keep(_ archive: String) throws -> ContentHash {
        guard mkdir(archives, 0o700) == 0 || errno == EEXIST else {
            throw CaseworkError(.cannotWrite, "archives", reason: String(cString: strerror(errno)))
        }
        let bytes = try WholeFile.read(archive)
        let hash = ContentHash.of(bytes)
        guard access(path(of: hash), F_OK) != 0 else { return hash }
        do {
            let file = try TemporaryFile(beside: path(of: hash))
            try file.write(bytes)
            try file.publish(replacing: true)
        } catch {
            throw CaseworkError(.cannotWrite, "archives", reason: error.reason)
        }
        return hash
    }
}
