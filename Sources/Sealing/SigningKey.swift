import Crypto

/// An Ed25519 private key (RFC 8032).
///
/// The same key signs the same bytes with the same signature wherever Crypto is BoringSSL, which is
/// everywhere but on Apple's systems; there CryptoKit adds randomness.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    /// The half that may be given away.
    public let verifyingKey: VerifyingKey

    /// Makes a new key from the system's random numbers.
    public init() { self.init(Curve25519.Signing.PrivateKey()) }

    /// Makes the key of a seed, RFC 8032's 32 secret bytes.
    ///
    /// - Throws: A ``SealError`` of code `keyFormat` for another number of bytes.
    public init(seed: [UInt8]) throws(SealError) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw SealError(.keyFormat, "seed of \(seed.count) bytes")
        }
        self.init(key)
    }

    private init(_ key: Curve25519.Signing.PrivateKey) {
        guard let publicKey = VerifyingKey(bytes: Array(key.publicKey.rawRepresentation)) else {
            preconditionFailure("an Ed25519 public key has 32 bytes")
        }
        self.key = key
        verifyingKey = publicKey
    }

    /// The key's short name.
    public var id: KeyID { verifyingKey.id }

    /// Signs a message: 64 bytes.
    ///
    /// - Throws: A ``SealError`` of code `signature` where the library cannot sign.
    public func signature(for message: [UInt8]) throws(SealError) -> [UInt8] {
        guard let signature = try? key.signature(for: message) else {
            throw SealError(.signature, "signing with key \(id)")
        }
        return Array(signature)
    }

    var seed: [UInt8] { Array(key.rawRepresentation) }
}

// Without these, printing or dumping a value that holds a key would print the key.
extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// The key's short name, never its secret.
    public var description: String { "Ed25519 private key \(id)" }

    /// Shows nothing but the short name.
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
