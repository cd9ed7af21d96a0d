import Crypto

/// The public half of an Ed25519 key pair: checks signatures, makes none.
public struct VerifyingKey: Hashable, Sendable {
    /// The 32 bytes of RFC 8032.
    public let bytes: [UInt8]
    /// The key's short name.
    public let id: KeyID

    /// Wraps a public key; nil unless it has 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
        id = KeyID(ofPublicKey: bytes)
    }

    /// Reads a public key as a JWK's `x` holds it; nil for anything but 32 bytes in base64url.
    public init?(base64URL text: String) {
        guard let bytes = Base64.decode(text.utf8, .url) else { return nil }
        self.init(bytes: bytes)
    }

    /// The key as a JWK's `x` holds it.
    public var base64URL: String { Base64.encode(bytes, .url) }

    /// Whether the signature was made over this message by the key's other half.
    public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return false
        }
        return key.isValidSignature(signature, for: message)
    }
}
