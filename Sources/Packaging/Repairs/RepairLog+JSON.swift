import Registration
public import Sealing

extension RepairLog {
    /// The format that is written, and the only one that is read.
    private static let format = "dossier-repairs/1"

    /// The log as it is stored.
    var json: JSONValue {
        ["format": .string(Self.format), "repairs": .array(entries.map(\.json))]
    }

    /// Reads a log of a candidate's folder; an empty one where nothing was repaired.
    ///
    /// - Throws: `PackagingError` if there is a log that cannot be read.
    init(in folder: CandidateFolder) throws(PackagingError) {
        self.init([])
        guard folder.hasRepairs else { return }
        let bytes = try FileBytes.read(
            "\(folder.path)/\(Self.path)",
            as: Self.path,
            limit: 16 << 20
        )
        guard let value = try? JSONValue(parsing: bytes), value["format"]?.string == Self.format,
            let repairs = value["repairs"]?.array
        else { throw PackagingError(.repairsUnreadable, Self.path) }
        for repair in repairs {
            guard let entry = Entry(json: repair) else {
                throw PackagingError(.repairsUnreadable, Self.path)
            }
            entries.append(entry)
        }
    }
}

extension RepairLog.Entry {
    /// The repair as the log and `--json` write it.
    public var json: JSONValue {
        [
            "original": .object(original.members), "repaired": .object(repaired.members),
            "steps": .array(steps.map(\.json)),
        ]
    }

    init?(json: JSONValue) {
        guard let original = RepairLog.File(json["original"]),
            let repaired = RepairLog.File(json["repaired"]),
            original.path.isPlain(under: "materials/"),
            repaired.path.isPlain(under: RepairLog.folder + "/"),
            let steps = json["steps"]?.array
        else { return nil }
        let known = steps.compactMap(RepairStep.init(json:))
        guard known.count == steps.count else { return nil }
        self.init(original: original, repaired: repaired, steps: known)
    }
}

extension RepairLog.File {
    var members: [String: JSONValue] {
        var value: [String: JSONValue] = [
            "path": .string(path), "sha256": .string(hash.hex),
            "bytes": .integer(Int64(size.rawValue)), "type": .string(format.rawValue),
            "width": .integer(Int64(pixels.width)), "height": .integer(Int64(pixels.height)),
        ]
        value["quality"] = quality.map { .integer(Int64($0)) }
        return value
    }

    fileprivate init?(_ json: JSONValue?) {
        guard let json, let path = json["path"]?.string,
            let hash = json["sha256"]?.string.flatMap(ContentHash.init(hex:)),
            let bytes = json["bytes"]?.integer,
            let format = json["type"]?.string.flatMap(PictureFormat.init(rawValue:)),
            let pixels = PixelSize(json)
        else { return nil }
        self.init(
            path: path,
            hash: hash,
            size: ByteCount(bytes),
            format: format,
            pixels: pixels,
            quality: json["quality"]?.integer
        )
    }
}
