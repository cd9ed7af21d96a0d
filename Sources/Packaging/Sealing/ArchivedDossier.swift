import Archiving
import Registration
import Sealing

/// What an archive's manifest says of the folder it was made from, enough to lay that folder out again.
struct ArchivedDossier {
    /// A file of the bag and its place in the candidate's folder.
    struct File {
        var source: ArchivePath
        var hash: ContentHash
        var target: String
    }

    /// What a dossier made of this one says of it.
    let predecessor: Predecessor
    /// The day it was issued: papers and deadlines are judged by it.
    let day: IssueDate
    /// The rules it was made by.
    let areaHash: ContentHash
    /// The masked number of the identity document.
    let maskedIDNumber: String
    /// What it was composed for.
    let composition: JSONValue
    /// All pictures, originals included.
    let files: [File]
    /// What was repaired.
    let repairs: RepairLog
    /// How many events the log of the case holds, and the hash of its last line; nil without a log.
    let logHead: (events: Int, hash: ContentHash)?
    /// What candidate.yaml would say, but for the number.
    let candidateFile: [UInt8]

    /// Reads a manifest that was found to be whole.
    ///
    /// - Throws: `PackagingError` of code `manifestUnreadable` with the member that is not as it must be.
    init(manifest bytes: [UInt8]) throws(PackagingError) {
        guard let value = try? JSONValue(parsing: bytes) else {
            throw ManifestMember.unreadable("JSON")
        }
        predecessor = try Predecessor(value, id: DossierID(manifest: .of(bytes)))
        day = try ManifestMember.found(value["date"]?.string.flatMap { IssueDate($0) }, "date")
        areaHash = try ManifestMember.found(
            value["area"]?["sha256"]?.string.flatMap(ContentHash.init(hex:)),
            "area"
        )
        maskedIDNumber = try ManifestMember.found(
            value["candidate"]?["maskedIdNumber"]?.string,
            "candidate"
        )
        composition = try ManifestMember.found(value["composition"], "composition")
        // What is hidden there nobody can check.
        guard composition["masked"]?.bool != true else { throw ManifestMember.unreadable("masked") }
        let pictures = (value["materials"]?.array ?? []).flatMap { $0["pictures"]?.array ?? [] }
        var files: [File] = []
        var entries: [RepairLog.Entry] = []
        for picture in pictures {
            files.append(try Self.file(picture))
            guard let repair = picture["repair"] else { continue }
            files.append(try Self.file(try ManifestMember.found(repair["original"], "repair")))
            entries.append(try ManifestMember.found(Self.entry(picture, repair), "repair"))
        }
        let targets = Set(files.map(\.target))
        guard targets.count == files.count else { throw ManifestMember.unreadable("source") }
        self.files = files
        repairs = RepairLog(entries)
        logHead = try value["log"].map { log throws(PackagingError) in
            let hash = log["head"]?.string.flatMap(ContentHash.init(hex:))
            return (
                try ManifestMember.found(log["events"]?.integer, "log"),
                try ManifestMember.found(hash, "log")
            )
        }
        candidateFile = try Self.candidateFile(value)
    }

    private static func file(_ value: JSONValue) throws(PackagingError) -> File {
        guard let path = value["path"]?.string, let source = value["source"]?.string,
            let hash = value["sha256"]?.string.flatMap(ContentHash.init(hex:))
        else { throw ManifestMember.unreadable("pictures") }
        // The folder that is laid out again must hold every file, wherever a manifest says it was.
        guard
            source.isPlain(under: "materials/", parts: 3)
                || source.isPlain(under: "\(RepairLog.folder)/", parts: 3)
        else { throw ManifestMember.unreadable("source") }
        return File(source: ArchivePath(path), hash: hash, target: source)
    }

    /// The repair as the log had it.
    private static func entry(_ picture: JSONValue, _ repair: JSONValue) -> RepairLog.Entry? {
        guard var original = repair["original"]?.object, var repaired = picture.object,
            let steps = repair["steps"]
        else { return nil }
        original["path"] = original["source"]
        repaired["path"] = repaired["source"]
        return RepairLog.Entry(
            json: ["original": .object(original), "repaired": .object(repaired), "steps": steps]
        )
    }

    /// candidate.yaml in JSON, which is YAML: lists stand beside the profile there.
    private static func candidateFile(_ value: JSONValue) throws(PackagingError) -> [UInt8] {
        let candidate = try ManifestMember.found(value["candidate"]?.object, "candidate")
        var profile = try ManifestMember.found(candidate["profile"]?.object, "profile")
        profile["idKind"] = nil
        var file: [String: JSONValue] = [
            "idNumber": "",
            "waivers": value["waivers"] ?? [],
            "overrides": .array((value["overrides"]?.array ?? []).map(override)),
            "papers": .array((value["papers"]?.array ?? []).map(paper)),
        ]
        file["area"] = value["area"]?["id"]
        file["name"] = candidate["name"]
        file["idKind"] = candidate["idKind"]
        for (key, answer) in profile where answer.array != nil {
            file[key] = answer
            profile[key] = nil
        }
        file["profile"] = .object(profile)
        guard let bytes = try? JSONValue.object(file).canonicalBytes() else {
            throw ManifestMember.unreadable("candidate")
        }
        return bytes
    }

    private static func override(_ value: JSONValue) -> JSONValue {
        var override: [String: JSONValue] = [:]
        override["code"] = value["finding"]?["code"]
        override["picture"] = value["finding"]?["picture"]
        override["reason"] = value["reason"]
        return .object(override)
    }

    private static func paper(_ value: JSONValue) -> JSONValue {
        guard var paper = value.object, paper["expires"] == "never" else { return value }
        paper["expires"] = "长期"
        return .object(paper)
    }
}
