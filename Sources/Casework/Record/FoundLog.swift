import Archiving
public import CaseLog
import Glibc
public import Registration
public import Sealing

/// The log of a case, wherever it lies: in a candidate's folder, in an archive, or as a file.
public struct FoundLog: Sendable {
    /// What was found when it was checked.
    public let check: LogCheck
    /// Whether it is known how far the log must go; else a line cut off at its end cannot be seen.
    public let hasHead: Bool

    /// Whether nothing is wrong with it.
    public var isSound: Bool { check.findings.allSatisfy { $0.severity != .error } }

    /// Looks for a log, and checks it.
    ///
    /// - Parameters:
    ///   - path: A candidate's folder, an archive (packed or not), or a log.
    ///   - keys: The offices' keys; nil leaves out whether their signatures are good.
    ///   - rules: What the area of an id says of cases; nil where it is not known.
    /// - Throws: `ArchiveError` if nothing can be read, `CaseworkError` of code `noCase` if there is no
    ///   log in it.
    public init(
        at path: String,
        keys: [VerifyingKey]?,
        rules: (Place) -> CaseRules?
    ) throws {
        let found = try Self.find(path)
        hasHead = found.head != nil
        check = LogCheck(
            of: LogText(found.bytes),
            head: found.head,
            rules: rules(found.place) ?? CaseRules(lockScope: .dossier),
            keys: keys
        )
    }

    /// Where the area that a log belongs to is named.
    public enum Place: Hashable, Sendable {
        /// In the candidate.yaml of a folder.
        case folder(String)
        /// By its id in a manifest.
        case area(String)
        /// Nowhere.
        case unknown
    }

    private struct Found {
        var bytes: [UInt8]
        var head: LogHead?
        var place: Place
    }

    private static let limit = 64 << 20

    private static func find(_ path: String) throws -> Found {
        let folder = CaseFolder(of: path)
        if folder.hasLog { return try find(inCase: folder.path, .folder(path)) }
        var status = stat()
        guard stat(path, &status) == 0 else { return try find(inFile: path) }
        if status.st_mode & S_IFMT == S_IFDIR {
            return try find(in: FolderReader(path: path))
        }
        let start = try WholeFile.head(of: path, count: 4)
        guard start == [0x50, 0x4B, 3, 4] else { return try find(inFile: path) }
        return try find(in: ZipReader(path: path))
    }

    private static func find(inCase path: String, _ place: Place) throws -> Found {
        let head = try? WholeFile.read("\(path)/head.json", limit: 4096)
        return Found(
            bytes: try WholeFile.read("\(path)/log.jsonl", limit: limit),
            head: head.flatMap(LogHead.init(parsing:)),
            place: place
        )
    }

    private static func find(inFile path: String) throws -> Found {
        Found(bytes: try WholeFile.read(path, limit: limit), head: nil, place: .unknown)
    }

    private static func find(
        in bag: borrowing some BagContainer & ~Copyable
    ) throws -> Found {
        guard let log = bag.file(at: "data/log.jsonl"),
            let manifest = bag.file(at: "data/manifest.json"),
            let value = try? JSONValue(parsing: bag.bytes(of: manifest, limit: 16 << 20))
        else { throw CaseworkError(.noCase) }
        let hash = value["log"]?["head"]?.string.flatMap(ContentHash.init(hex:))
        return Found(
            bytes: try bag.bytes(of: log, limit: limit),
            head: hash.flatMap { LogHead(lines: value["log"]?["events"]?.integer ?? 0, hash: $0) },
            place: value["area"]?["id"]?.string.map(Place.area) ?? .unknown
        )
    }
}
