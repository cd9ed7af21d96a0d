extension VerifyingKey {
    /// Everything in a SubjectPublicKeyInfo of Ed25519 before its 32 bytes (RFC 8410, section 4).
    private static let derPrefix: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]
    private static let label = "PUBLIC KEY"

    /// Reads the content of a file with a public key: PEM as OpenSSL writes it, or a JWK.
    ///
    /// A JWK with a private part is refused: who holds such a file should not hand it round.
    ///
    /// - Throws: A ``SealError`` of code `keyFormat`.
    public init(file content: [UInt8]) throws(SealError) {
        guard content.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else {
            guard let block = PEMBlock(file: content), block.label == Self.label,
                block.bytes.starts(with: Self.derPrefix),
                let key = Self(bytes: Array(block.bytes.dropFirst(Self.derPrefix.count)))
            else { throw SealError(.keyFormat, "no PEM block \(Self.label) of Ed25519") }
            self = key
            return
        }
        guard let jwk = try? JSONValue(parsing: content) else {
            throw SealError(.keyFormat, "not JSON")
        }
        guard jwk["kty"] == "OKP", jwk["crv"] == "Ed25519" else {
            throw SealError(.keyFormat, "kty and crv")
        }
        guard jwk["d"] == nil else { throw SealError(.keyFormat, "d: this is a private key") }
        guard let key = jwk["x"]?.string.flatMap({ Self(base64URL: $0) }) else {
            throw SealError(.keyFormat, "x")
        }
        guard jwk["kid"] == nil || jwk["kid"]?.string == key.id.description else {
            throw SealError(.keyMismatch, "kid")
        }
        self = key
    }

    /// The key as a PEM file, byte for byte as `openssl pkey -pubout` writes it.
    public var pem: [UInt8] { PEMBlock(Self.label, Self.derPrefix + bytes).file }

    /// The key as a JWK (RFC 8037).
    ///
    /// It names no `alg`: the curve fixes it, and readers of RFC 8037 do not know RFC 9864's name.
    public var jwk: JSONValue {
        ["kty": "OKP", "crv": "Ed25519", "x": .string(base64URL), "kid": .string(id.description)]
    }
}
