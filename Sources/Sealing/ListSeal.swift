/// The signature in a list that is handed round as JSON: who may be trusted, what is revoked, and what
/// an office decided.
///
/// It is made over the list's format, a zero byte, and the list without its member `seal` in the
/// canonical form of RFC 8785; so a list of one format never passes for one of another, nor for a seal.
public struct ListSeal: Hashable, Sendable {
    /// The name of the key that is said to have signed.
    public let keyID: KeyID
    /// The 64 bytes of the signature.
    let signature: [UInt8]

    /// Signs a list.
    ///
    /// - Parameters:
    ///   - list: Its members; a member `seal` is left out.
    ///   - format: The name of its kind.
    ///   - key: The signer's key.
    /// - Throws: A ``SealError`` where the library cannot sign.
    public init(
        of list: [String: JSONValue],
        format: String,
        by key: SigningKey
    ) throws(SealError) {
        guard let message = Self.message(list, format: format) else {
            throw SealError(.signature, "signing with key \(key.id)")
        }
        keyID = key.id
        signature = try key.signature(for: message)
    }

    /// Reads a member `seal`; nil for anything else than we write.
    public init?(json: JSONValue) {
        guard let members = json.object, members.count == 3, json["alg"] == "Ed25519",
            let keyID = json["kid"]?.string.flatMap({ Base64.decode($0.utf8, .url) })
                .flatMap(KeyID.init(bytes:)),
            let signature = json["sig"]?.string.flatMap({ Base64.decode($0.utf8, .url) }),
            signature.count == 64
        else { return nil }
        self.keyID = keyID
        self.signature = signature
    }

    /// The member `seal`.
    public var json: JSONValue {
        [
            "alg": "Ed25519", "kid": .string(keyID.description),
            "sig": .string(Base64.encode(signature, .url)),
        ]
    }

    /// Whether this key signed this list.
    ///
    /// - Parameters:
    ///   - list: Its members; a member `seal` is left out.
    ///   - format: The name of its kind.
    ///   - key: The key that is asked about.
    /// - Returns: Whether it is the one that the seal names, and the signature is good.
    public func isMade(
        over list: [String: JSONValue],
        format: String,
        by key: VerifyingKey
    ) -> Bool {
        guard key.id == keyID, let message = Self.message(list, format: format) else {
            return false
        }
        return key.isValid(signature, for: message)
    }

    private static func message(_ list: [String: JSONValue], format: String) -> [UInt8]? {
        var list = list
        list["seal"] = nil
        guard let canonical = try? JSONValue.object(list).canonicalBytes() else { return nil }
        return Array(format.utf8) + [0] + canonical
    }
}
