import Registration

extension RevocationList {
    private static let memberNames: Set = [
        "format", "number", "issued", "keys", "dossiers", "latest", "seal",
    ]

    /// The file as canonical JSON.
    ///
    /// - Throws: A ``JSONError`` for what JSON cannot say.
    public func canonicalBytes() throws(JSONError) -> [UInt8] {
        try JSONValue.object(members).canonicalBytes()
    }

    var members: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "format": .string(Self.format), "number": .integer(Int64(number)),
            "keys": .array(keys.map(\.json)), "dossiers": .array(dossiers.map(\.json)),
            "latest": .array(latest.map(\.json)),
        ]
        members["issued"] = issued.map { .integer(Int64($0)) }
        members["seal"] = seal?.json
        return members
    }

    /// Reads a list strictly; whether the signature is good, ``isSigned(by:)`` tells.
    ///
    /// - Throws: A ``SealError`` of code `revocationFile` that names the member.
    public init(parsing bytes: [UInt8]) throws(SealError) {
        let file: JSONValue
        do throws(JSONError) {
            file = try JSONValue(parsing: bytes)
        } catch {
            throw SealError(.revocationFile, "\(error.code.rawValue) at byte \(error.offset ?? 0)")
        }
        guard file["format"] == .string(Self.format) else {
            throw SealError(.revocationFile, "format")
        }
        let seal = file["seal"].flatMap(ListSeal.init(json:))
        guard (seal == nil) == (file["seal"] == nil) else {
            throw SealError(.revocationFile, "seal")
        }
        guard let number = file["number"]?.integer, number >= (seal == nil ? 0 : 1) else {
            throw SealError(.revocationFile, "number")
        }
        let issued = file["issued"]?.integer
        guard issued.map((0...0xFFFF).contains) ?? (seal == nil && file["issued"] == nil) else {
            throw SealError(.revocationFile, "issued")
        }
        self.init(
            number: number,
            issued: issued,
            keys: try Self.entries("keys", in: file, named: \.id, Key.init(json:)),
            dossiers: try Self.entries("dossiers", in: file, named: \.id, Dossier.init(json:)),
            latest: try Self.entries("latest", in: file, named: \.caseID, Latest.init(json:)),
            seal: seal
        )
        // What was read must be all there is, or the signature would cover what nobody looked at.
        guard file == .object(members) else { throw SealError(.revocationFile, "unknown member") }
    }

    /// Reads a list of entries, of which no two may be about the same.
    private static func entries<Entry, Name: Hashable>(
        _ member: String,
        in file: JSONValue,
        named name: KeyPath<Entry, Name>,
        _ read: (JSONValue) -> Entry?
    ) throws(SealError) -> [Entry] {
        guard let values = file[member]?.array else { throw SealError(.revocationFile, member) }
        var names: Set<Name> = []
        var entries: [Entry] = []
        for (index, value) in values.enumerated() {
            guard let entry = read(value), names.insert(entry[keyPath: name]).inserted else {
                throw SealError(.revocationFile, "\(member)[\(index)]")
            }
            entries.append(entry)
        }
        return entries
    }

    /// Whether a text may be a reason: a word that cannot bear a name or a number of a person.
    public static func isReason(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
    }
}

extension RevocationList.Key {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "kid": .string(id.description), "since": .integer(Int64(since)),
            "reason": .string(reason),
        ]
        if !ledger.isEmpty {
            members["ledger"] = .array(ledger.map(\.hex).sorted().map(JSONValue.string))
        }
        return .object(members)
    }

    fileprivate init?(json: JSONValue) {
        guard let id = json["kid"]?.string.flatMap(KeyID.init(text:)),
            let since = json["since"]?.integer, (0...0xFFFF).contains(since),
            let reason = json["reason"]?.string, RevocationList.isReason(reason)
        else { return nil }
        let texts = json["ledger"]?.array ?? []
        let hashes = texts.compactMap { $0.string.flatMap(ContentHash.init(hex:)) }
        guard hashes.count == texts.count else { return nil }
        self.init(id: id, since: since, reason: reason, ledger: Set(hashes))
    }
}

extension RevocationList.Dossier {
    fileprivate var json: JSONValue {
        [
            "id": .string(id.description), "at": .integer(Int64(at)), "reason": .string(reason),
        ]
    }

    fileprivate init?(json: JSONValue) {
        guard let id = DossierID(printed: json["id"]),
            let at = json["at"]?.integer, (0...0xFFFF).contains(at),
            let reason = json["reason"]?.string, RevocationList.isReason(reason)
        else { return nil }
        self.init(id: id, at: at, reason: reason)
    }
}

extension RevocationList.Latest {
    fileprivate var json: JSONValue {
        [
            "case": .string(caseID.description), "revision": .integer(Int64(revision)),
            "id": .string(id.description),
        ]
    }

    fileprivate init?(json: JSONValue) {
        guard let caseID = DossierID(printed: json["case"]),
            let id = DossierID(printed: json["id"]),
            let revision = json["revision"]?.integer, (1...0xFFFF).contains(revision)
        else { return nil }
        self.init(caseID: caseID, revision: revision, id: id)
    }
}

extension DossierID {
    /// An id in its one printed form, so that a list says each thing in one way.
    fileprivate init?(printed json: JSONValue?) {
        guard let text = json?.string, let id = try? Self(parsing: text), id.description == text
        else { return nil }
        self = id
    }
}
