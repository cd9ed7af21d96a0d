import SwiftASN1

extension SigningKey {
    /// Everything in a PKCS#8 Ed25519 key before its seed (RFC 8410, section 7).
    private static let derPrefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ]
    private static let openLabel = "PRIVATE KEY"
    private static let lockedLabel = "ENCRYPTED PRIVATE KEY"

    /// Reads the content of a key file: PKCS#8 in PEM, as OpenSSL writes it, or a JWK (RFC 8037).
    ///
    /// - Parameters:
    ///   - content: The file.
    ///   - passphrase: What an encrypted key is locked with; one that is not needed is not looked at.
    /// - Throws: A ``SealError`` of code `keyFormat`, `keyEncrypted` or `keyMismatch`, and for a
    ///   locked key of code `keyPassphrase`, `keyProtection` or `keyCost`.
    public init(file content: [UInt8], passphrase: Passphrase? = nil) throws(SealError) {
        guard content.count <= 1 << 16 else { throw SealError(.keyFormat, "over 64 KiB") }
        let first = content.first { $0 > 0x20 }
        self =
            first == UInt8(ascii: "{")
            ? try Self(jwk: content) : try Self(pem: content, passphrase)
    }

    /// Whether the content of a key file asks for a passphrase.
    public static func isLocked(file content: [UInt8]) -> Bool {
        let start = content.drop { $0 <= 0x20 }.prefix(64)
        return String(decoding: start, as: UTF8.self).hasPrefix("-----BEGIN \(lockedLabel)")
    }

    private init(pem content: [UInt8], _ passphrase: Passphrase?) throws(SealError) {
        let block = PEMBlock(file: content)
        guard !Self.isLocked(file: content) else {
            guard let passphrase else { throw SealError(.keyEncrypted, "PEM") }
            guard let block, block.label == Self.lockedLabel else {
                throw SealError(.keyFormat, "no PEM block \(Self.lockedLabel)")
            }
            try self.init(locked: LockedKey(der: block.bytes), passphrase)
            return
        }
        guard let block, block.label == Self.openLabel else {
            throw SealError(.keyFormat, "no PEM block \(Self.openLabel)")
        }
        guard let seed = Self.seed(inDER: block.bytes) else {
            throw SealError(.keyFormat, "PEM block holds no plain Ed25519 key")
        }
        try self.init(seed: seed)
    }

    private init(locked: LockedKey, _ passphrase: Passphrase) throws(SealError) {
        let der = try locked.plain(with: passphrase)
        guard let seed = Self.seed(inDER: der) else {
            // What a wrong passphrase yields is hardly ever DER.
            let isKey = (try? DER.parse(der))?.identifier == .sequence
            throw isKey
                ? SealError(.keyFormat, "encrypted block holds no Ed25519 key")
                : SealError(.keyPassphrase, "PEM")
        }
        try self.init(seed: seed)
    }

    private static func seed(inDER der: [UInt8]) -> [UInt8]? {
        guard der.count == 48, der.starts(with: derPrefix) else { return nil }
        return Array(der.dropFirst(derPrefix.count))
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
    public var pem: [UInt8] { PEMBlock(Self.openLabel, Self.derPrefix + seed).file }

    /// The key as a PEM file that only the passphrase opens.
    ///
    /// - Throws: A ``SealError`` where the library cannot lock it.
    public func pem(lockedWith passphrase: Passphrase) throws(SealError) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let locked = try LockedKey(
            locking: Self.derPrefix + seed,
            with: passphrase,
            stretching: .usual(salt: Array(bytes.prefix(16))),
            iv: Array(bytes.suffix(16))
        )
        return PEMBlock(Self.lockedLabel, try locked.der()).file
    }
}
