import Registration

/// A key's short name: the first eight bytes of its RFC 7638 thumbprint.
public struct KeyID: Hashable, Sendable {
    /// The eight bytes.
    public let bytes: [UInt8]

    /// Wraps eight bytes; nil for another number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 8 else { return nil }
        self.bytes = bytes
    }

    /// Names a public key by the SHA-256 of its canonical JWK (RFC 7638, RFC 8037 appendix A.3).
    init(ofPublicKey publicKey: [UInt8]) {
        let x = Base64.encode(publicKey, .url)
        let jwk = #"{"crv":"Ed25519","kty":"OKP","x":"\#(x)"}"#
        bytes = Array(ContentHash.of(Array(jwk.utf8)).bytes.prefix(8))
    }
}

extension KeyID: CustomStringConvertible {
    /// The name in base64url, as a JWK's `kid` holds it.
    public var description: String { Base64.encode(bytes, .url) }
}

extension KeyID {
    /// Reads the name as a JWK's `kid` holds it; nil for anything else.
    public init?(text: String) {
        guard let bytes = Base64.decode(text.utf8, .url) else { return nil }
        self.init(bytes: bytes)
    }
}
