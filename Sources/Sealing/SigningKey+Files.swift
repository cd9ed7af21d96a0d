extension SigningKey {
    /// Everything in a PKCS#8 Ed25519 key before its seed (RFC 8410, section 7).
    private static let derPrefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ]
    private static let beginLine = "-----BEGIN PRIVATE KEY-----"
    private static let endLine = "-----END PRIVATE KEY-----"

    /// Reads the content of a key file: PKCS#8 in PEM, as OpenSSL writes it, or a JWK (RFC 8037).
    ///
    /// - Throws: A ``SealError`` of code `keyFormat`, `keyEncrypted` or `keyMismatch`.
    public init(file content: [UInt8]) throws(SealError) {
        guard content.count <= 1 << 16 else { throw SealError(.keyFormat, "over 64 KiB") }
        let first = content.first { $0 > 0x20 }
        self = first == UInt8(ascii: "{") ? try Self(jwk: content) : try Self(pem: content)
    }

    private init(pem content: [UInt8]) throws(SealError) {
        let lines = content.split { $0 == 0x0A || $0 == 0x0D }
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.first != "-----BEGIN ENCRYPTED PRIVATE KEY-----" else {
            throw SealError(.keyEncrypted, "PEM")
        }
        guard lines.count > 2, lines.first == Self.beginLine, lines.last == Self.endLine else {
            throw SealError(.keyFormat, "no PEM block PRIVATE KEY")
        }
        let text = lines.dropFirst().dropLast().joined()
        guard let der = Base64.decode(text.utf8, .standard), der.count == 48,
            der.starts(with: Self.derPrefix)
        else { throw SealError(.keyFormat, "PEM block holds no plain Ed25519 key") }
        try self.init(seed: Array(der.dropFirst(Self.derPrefix.count)))
    }

    private init(jwk content: [UInt8]) throws(SealError) {
        guard let jwk = try? JSONValue(parsing: content) else {
            throw SealError(.keyFormat, "not JSON")
        }
        guard jwk["kty"]?.string == "OKP", jwk["crv"]?.string == "Ed25519" else {
            throw SealError(.keyFormat, "kty and crv")
        }
        guard let seed = jwk["d"]?.string.flatMap({ Base64.decode($0.utf8, .url) }) else {
            throw SealError(.keyFormat, "d")
        }
        try self.init(seed: seed)
        guard jwk["x"]?.string == verifyingKey.base64URL else { throw SealError(.keyMismatch, "x") }
    }

    /// The key as a PEM file, byte for byte as OpenSSL writes it: a secret.
    public var pem: [UInt8] {
        let body = Base64.encode(Self.derPrefix + seed, .standard)
        return Array("\(Self.beginLine)\n\(body)\n\(Self.endLine)\n".utf8)
    }
}
