/// A payload signed with Ed25519: an untagged COSE_Sign1 (RFC 9052) of one fixed shape.
///
/// The protected header is exactly `{1: -19, 4: key id}` (Ed25519 of RFC 9864), the unprotected one
/// is empty, and all of it is deterministic CBOR, so a signed payload has one encoding.
public struct COSESign1: Hashable, Sendable {
    /// The name of the key that is said to have signed.
    public let keyID: KeyID
    /// The signed bytes.
    public let payload: [UInt8]
    /// The 64 bytes of the signature.
    public let signature: [UInt8]

    /// Keeps signatures made here from passing for those of another protocol, and the reverse.
    private static let externalData = Array("dossier-seal/1".utf8)
    private static let algorithmLabel: Int64 = 1
    private static let keyIDLabel: Int64 = 4
    private static let ed25519 = CBOR(-19)

    /// Signs a payload.
    ///
    /// - Parameters:
    ///   - payload: The bytes to sign.
    ///   - key: The private key.
    /// - Throws: A ``SealError`` where the library cannot sign.
    public init(signing payload: [UInt8], with key: SigningKey) throws(SealError) {
        keyID = key.id
        self.payload = payload
        signature = try key.signature(for: Self.signedBytes(keyID: key.id, payload: payload))
    }

    /// Reads an envelope strictly; whether its signature is good, ``isSigned(by:)`` tells.
    ///
    /// - Throws: A ``SealError`` with the first fault.
    public init(parsing bytes: [UInt8]) throws(SealError) {
        guard let parts = try Self.decode(bytes, "envelope").array, parts.count == 4 else {
            throw SealError(.structure, "not an array of four")
        }
        guard let header = parts[0].byteString else { throw SealError(.structure, "header") }
        guard parts[1] == .map([:]) else { throw SealError(.structure, "unprotected header") }
        guard let payload = parts[2].byteString else { throw SealError(.structure, "payload") }
        guard let signature = parts[3].byteString, signature.count == 64 else {
            throw SealError(.structure, "signature")
        }
        keyID = try Self.keyID(inHeader: header)
        self.payload = payload
        self.signature = signature
    }

    private static func keyID(inHeader bytes: [UInt8]) throws(SealError) -> KeyID {
        guard case .map(let header) = try decode(bytes, "header") else {
            throw SealError(.structure, "header")
        }
        guard header[algorithmLabel] == ed25519 else { throw SealError(.algorithm, "header") }
        guard header.count == 2, let bytes = header[keyIDLabel]?.byteString,
            let keyID = KeyID(bytes: bytes)
        else { throw SealError(.structure, "key id") }
        return keyID
    }

    static func decode(_ bytes: [UInt8], _ part: String) throws(SealError) -> CBOR {
        do throws(CBORError) {
            return try CBOR(decoding: bytes)
        } catch {
            throw SealError(.cbor, "\(part), byte \(error.offset), \(error.code.rawValue)")
        }
    }

    /// The envelope in deterministic CBOR.
    public var encoded: [UInt8] {
        let header = CBOR.bytes(Self.header(keyID))
        return CBOR.array([header, .map([:]), .bytes(payload), .bytes(signature)]).encoded
    }

    /// Whether this key signed this payload; the key's name is compared too.
    public func isSigned(by key: VerifyingKey) -> Bool {
        key.id == keyID
            && key.isValid(signature, for: Self.signedBytes(keyID: keyID, payload: payload))
    }

    private static func header(_ keyID: KeyID) -> [UInt8] {
        CBOR.map([algorithmLabel: ed25519, keyIDLabel: .bytes(keyID.bytes)]).encoded
    }

    /// The Sig_structure of RFC 9052, section 4.4.
    private static func signedBytes(keyID: KeyID, payload: [UInt8]) -> [UInt8] {
        CBOR.array([
            "Signature1", .bytes(header(keyID)), .bytes(externalData), .bytes(payload),
        ]).encoded
    }
}
