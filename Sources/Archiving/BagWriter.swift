import Registration

/// Composes a BagIt 1.0 bag (RFC 8493) and writes it into an archive, under one root folder.
public struct BagWriter: Sendable {
    /// bagit.txt, which has these bytes and no others.
    static let declaration = Array(
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8
    )

    private let root: ArchivePath
    private let info: [BagInfoField]
    private var payload: [ArchivePath: (content: ArchiveContent, digest: FileDigest)] = [:]

    /// Begins a bag.
    ///
    /// - Parameters:
    ///   - id: The name of its root folder.
    ///   - info: The fields of bag-info.txt in their order, Bagging-Date among them; Payload-Oxum
    ///     is computed and follows them.
    /// - Throws: `ArchiveError` when a field cannot be written or the id is no plain name.
    public init(id: String, info: [BagInfoField]) throws(ArchiveError) {
        root = ArchivePath(id)
        self.info = info
        guard root.hazards.isEmpty, root.parts.count == 1 else {
            throw ArchiveError(.unsafePath, id)
        }
        for field in info {
            guard field.isWritable, field.label.lowercased() != "payload-oxum" else {
                throw ArchiveError(.badField, field.label)
            }
        }
    }

    /// Adds a file to the payload.
    ///
    /// - Parameters:
    ///   - path: Its path below `data/`.
    ///   - content: Its bytes.
    /// - Throws: `ArchiveError` when the path is unsafe or taken.
    public mutating func addPayload(
        _ path: ArchivePath,
        _ content: ArchiveContent
    ) throws(ArchiveError) {
        let path = "data" / path
        if let hazard = path.hazards.first {
            throw ArchiveError(.unsafePath, path.description, reason: hazard.rawValue)
        }
        guard payload.updateValue((content, content.digest), forKey: path) == nil else {
            throw ArchiveError(.duplicateEntry, path.description)
        }
    }

    /// The payload manifest as it stands now.
    public var payloadManifest: PayloadManifest {
        PayloadManifest(
            ManifestEntry.text(
                of: payload.map { ManifestEntry(path: $0.key, digest: $0.value.digest.hash.hex) }
            )
        )
    }

    /// Writes the bag and finishes the archive.
    ///
    /// - Parameters:
    ///   - archive: A new archive.
    ///   - tagFiles: Makes further tag files, such as a seal, from the payload manifest.
    ///   - whenWhole: Called when all is written, before the archive has its name.
    /// - Throws: `ArchiveError`, or what the closures throw; then no archive is left behind.
    public func write(
        to archive: consuming ArchiveWriter,
        tagFiles: (PayloadManifest) throws -> [TagFile] = { _ in [] },
        whenWhole: () throws -> Void = {}
    ) throws {
        let manifest = payloadManifest
        var files = payload.mapValues(\.content)
        var tags = [
            TagFile("bagit.txt", Self.declaration), TagFile("bag-info.txt", infoText),
            TagFile(PayloadManifest.path, manifest.bytes),
        ]
        tags += try tagFiles(manifest)
        let tagEntries = tags.map {
            ManifestEntry(path: $0.path, digest: FileDigest(of: $0.bytes).hash.hex)
        }
        tags.append(TagFile("tagmanifest-sha256.txt", ManifestEntry.text(of: tagEntries)))
        for tag in tags {
            guard !tag.path.isPayload else {
                throw ArchiveError(.unsafePath, tag.path.description, reason: "payload")
            }
            guard files.updateValue(.bytes(tag.bytes), forKey: tag.path) == nil else {
                throw ArchiveError(.duplicateEntry, tag.path.description)
            }
        }
        for (path, content) in files.sorted(by: { $0.key < $1.key }) {
            try archive.add(root / path, content)
        }
        try archive.finish(whenWhole: whenWhole)
    }

    private var infoText: [UInt8] {
        let octets = payload.values.reduce(0) { $0 + $1.digest.size.rawValue }
        let oxum = BagInfoField("Payload-Oxum", "\(octets).\(payload.count)")
        return (info + [oxum]).flatMap { Array("\($0.label): \($0.value)\n".utf8) }
    }
}
