/// The keys of offices as a file that can be handed round: a JWKS, as a rule signed by a root key.
///
/// Others read it as a plain JWKS. Beside `keys` it bears its `format`, a `version` that only grows,
/// the day on which it was `issued`, and the `seal`; a JWKS without these is a list too, but nothing
/// tells who made it, nor when.
public struct TrustList: Hashable, Sendable {
    /// The name of the format, which the signature covers twice.
    public static let format = "dossier-trust/1"

    /// The keys.
    public let keys: TrustedKeys
    /// Counts the signed editions of the list; 0 in one that was never signed.
    public let version: Int
    /// The day on which it was signed, in days since 1970-01-01; nil in one that is not.
    public let issued: Int?
    /// The signature; nil in a draft and in a plain JWKS.
    public let seal: ListSeal?
    /// What is signed: as it was read, down to members that mean nothing here.
    private let members: [String: JSONValue]

    /// A list to be signed, after so many editions.
    public init(_ keys: TrustedKeys, version: Int = 0) {
        self.init(keys, version: version, issued: nil)
    }

    private init(_ keys: TrustedKeys, version: Int, issued: Int?) {
        self.keys = keys
        self.version = version
        self.issued = issued
        seal = nil
        var members: [String: JSONValue] = [
            "format": .string(Self.format), "version": .integer(Int64(version)),
            "keys": .array(keys.keys.map(\.jwk)),
        ]
        members["issued"] = issued.map { .integer(Int64($0)) }
        self.members = members
    }

    /// Signs the list as its next edition.
    ///
    /// - Parameters:
    ///   - key: The root key.
    ///   - day: The day, in days since 1970-01-01.
    /// - Returns: The signed list.
    /// - Throws: A ``SealError`` where it cannot be signed.
    public func signed(by key: SigningKey, on day: Int) throws(SealError) -> Self {
        guard (0...0xFFFF).contains(day) else { throw SealError(.trustFile, "issued") }
        let next = Self(keys, version: version + 1, issued: day)
        return Self(
            next,
            seal: try ListSeal(of: next.members, format: Self.format, by: key)
        )
    }

    private init(_ list: Self, seal: ListSeal) {
        keys = list.keys
        version = list.version
        issued = list.issued
        self.seal = seal
        members = list.members
    }

    /// Whether this key signed the list as it is.
    public func isSigned(by key: VerifyingKey) -> Bool {
        seal?.isMade(over: members, format: Self.format, by: key) ?? false
    }

    /// The file as canonical JSON.
    ///
    /// - Throws: A ``JSONError`` for what JSON cannot say.
    public func canonicalBytes() throws(JSONError) -> [UInt8] {
        var members = members
        members["seal"] = seal?.json
        return try JSONValue.object(members).canonicalBytes()
    }
}

extension TrustList {
    private static let memberNames: Set = ["format", "version", "issued", "keys", "seal"]

    /// Reads a list, or a plain JWKS; whether the signature is good, ``isSigned(by:)`` tells.
    ///
    /// - Throws: A ``SealError`` of code `trustFile` that names the member.
    public init(parsing bytes: [UInt8]) throws(SealError) {
        keys = try TrustedKeys(parsing: bytes)
        guard let members = (try? JSONValue(parsing: bytes))?.object else {
            throw SealError(.trustFile, "keys")
        }
        self.members = members.filter { $0.key != "seal" }
        guard let format = members["format"] else {
            // Nothing else is ours in a plain JWKS, whatever it is called.
            (version, issued, seal) = (0, nil, nil)
            return
        }
        guard format.string == Self.format else { throw SealError(.trustFile, "format") }
        guard Self.memberNames.isSuperset(of: members.keys) else {
            throw SealError(.trustFile, "unknown member")
        }
        seal = try members["seal"].map { json throws(SealError) in
            guard let seal = ListSeal(json: json) else { throw SealError(.trustFile, "seal") }
            return seal
        }
        guard let version = members["version"]?.integer, version >= (seal == nil ? 0 : 1) else {
            throw SealError(.trustFile, "version")
        }
        self.version = version
        issued = members["issued"]?.integer
        guard issued.map((0...0xFFFF).contains) ?? (seal == nil && members["issued"] == nil) else {
            throw SealError(.trustFile, "issued")
        }
    }
}
