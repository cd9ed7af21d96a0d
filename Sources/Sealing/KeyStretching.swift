import Crypto
import CryptoExtras
import SwiftASN1

/// How a passphrase becomes the key that locks a private key (RFC 8018, RFC 7914), and at what cost.
enum KeyStretching: Hashable {
    case scrypt(salt: [UInt8], cost: Int, blockSize: Int, parallelism: Int)
    case pbkdf2SHA256(salt: [UInt8], rounds: Int)

    /// What our own files ask for: 16 MiB, and five times over.
    ///
    /// OpenSSL reads no key that asks for 32 MiB (N = 2^15, r = 8), so that more work takes more
    /// passes: of the settings that OWASP advises, this is the first that it reads.
    static func usual(salt: [UInt8]) -> Self {
        .scrypt(salt: salt, cost: 1 << 14, blockSize: 8, parallelism: 5)
    }

    /// Stretches a passphrase into 32 bytes.
    ///
    /// - Throws: A ``SealError`` of code `keyCost` before memory or time is spent beyond the bounds.
    func bytes(from passphrase: [UInt8]) throws(SealError) -> [UInt8] {
        try checkCost()
        guard let key = try? key(from: passphrase) else {
            throw SealError(.keyProtection, "stretching the passphrase")
        }
        return key.withUnsafeBytes { Array($0) }
    }

    private func key(from passphrase: [UInt8]) throws -> SymmetricKey {
        switch self {
        case .scrypt(let salt, let cost, let blockSize, let parallelism):
            try KDF.Scrypt.deriveKey(
                from: passphrase,
                salt: salt,
                outputByteCount: 32,
                rounds: cost,
                blockSize: blockSize,
                parallelism: parallelism
            )
        case .pbkdf2SHA256(let salt, let rounds):
            try KDF.Insecure.PBKDF2.deriveKey(
                from: passphrase,
                salt: salt,
                using: .sha256,
                outputByteCount: 32,
                unsafeUncheckedRounds: rounds
            )
        }
    }

    /// A file that asks for the memory of a whole machine, or for hours, is an attack on its reader.
    private func checkCost() throws(SealError) {
        switch self {
        case .scrypt(let salt, let cost, let blockSize, let parallelism):
            try check(salt.count, in: 1...256, "salt")
            try check(cost, in: 2...1 << 20, "N")
            try check(blockSize, in: 1...16, "r")
            try check(parallelism, in: 1...16, "p")
            let memory = 128 * cost * blockSize
            try check(memory, in: 0...128 << 20, "\(memory >> 20) MiB")
            try check(memory * parallelism, in: 0...512 << 20, "N, r and p")
            guard cost & (cost - 1) == 0 else { throw SealError(.keyCost, "N") }
        case .pbkdf2SHA256(let salt, let rounds):
            try check(salt.count, in: 1...256, "salt")
            try check(rounds, in: 1...5_000_000, "rounds")
        }
    }

    private func check(
        _ value: Int,
        in range: ClosedRange<Int>,
        _ what: String
    ) throws(SealError) {
        guard range.contains(value) else { throw SealError(.keyCost, what) }
    }
}

extension KeyStretching {
    private static let scryptID: ASN1ObjectIdentifier = [1, 3, 6, 1, 4, 1, 11591, 4, 11]
    private static let pbkdf2ID: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 5, 12]
    private static let hmacSHA256ID: ASN1ObjectIdentifier = [1, 2, 840, 113549, 2, 9]

    /// Reads the AlgorithmIdentifier of a key derivation function.
    init(derEncoded node: ASN1Node) throws {
        self = try DER.sequence(node, identifier: .sequence) { nodes in
            switch try ASN1ObjectIdentifier(derEncoded: &nodes) {
            case Self.scryptID: try Self.scrypt(in: &nodes)
            case Self.pbkdf2ID: try Self.pbkdf2(in: &nodes)
            case let other: throw SealError(.keyProtection, "\(other)")
            }
        }
    }

    private static func scrypt(in nodes: inout ASN1NodeCollection.Iterator) throws -> Self {
        try DER.sequence(&nodes) { nodes in
            let salt = try ASN1OctetString(derEncoded: &nodes)
            let numbers = try (0..<3).map { _ in try Int(derEncoded: &nodes) }
            try skipKeyLength(in: &nodes)
            return .scrypt(
                salt: Array(salt.bytes),
                cost: numbers[0],
                blockSize: numbers[1],
                parallelism: numbers[2]
            )
        }
    }

    private static func pbkdf2(in nodes: inout ASN1NodeCollection.Iterator) throws -> Self {
        try DER.sequence(&nodes) { nodes in
            let salt = try ASN1OctetString(derEncoded: &nodes)
            let rounds = try Int(derEncoded: &nodes)
            try skipKeyLength(in: &nodes)
            // Left out, it is HMAC-SHA-1.
            guard let function = nodes.next() else {
                throw SealError(.keyProtection, "HMAC-SHA-1")
            }
            try DER.sequence(function, identifier: .sequence) { nodes in
                let name = try ASN1ObjectIdentifier(derEncoded: &nodes)
                guard name == hmacSHA256ID else { throw SealError(.keyProtection, "\(name)") }
                if let node = nodes.next() { _ = try ASN1Null(derEncoded: node) }
            }
            return .pbkdf2SHA256(salt: Array(salt.bytes), rounds: rounds)
        }
    }

    private static func skipKeyLength(in nodes: inout ASN1NodeCollection.Iterator) throws {
        var rest = nodes
        guard let node = rest.next(), node.identifier == .integer else { return }
        guard try Int(derEncoded: node) == 32 else { throw SealError(.keyProtection, "key length") }
        nodes = rest
    }

    /// Writes the AlgorithmIdentifier.
    func serialize(into serializer: inout DER.Serializer) throws {
        try serializer.appendConstructedNode(identifier: .sequence) { sequence in
            switch self {
            case .scrypt(let salt, let cost, let blockSize, let parallelism):
                try sequence.serialize(Self.scryptID)
                try sequence.appendConstructedNode(identifier: .sequence) { parameters in
                    try parameters.serialize(ASN1OctetString(contentBytes: salt[...]))
                    for number in [cost, blockSize, parallelism] {
                        try parameters.serialize(number)
                    }
                }
            case .pbkdf2SHA256(let salt, let rounds):
                try sequence.serialize(Self.pbkdf2ID)
                try sequence.appendConstructedNode(identifier: .sequence) { parameters in
                    try parameters.serialize(ASN1OctetString(contentBytes: salt[...]))
                    try parameters.serialize(rounds)
                    try parameters.appendConstructedNode(identifier: .sequence) { function in
                        try function.serialize(Self.hmacSHA256ID)
                        try function.serialize(ASN1Null())
                    }
                }
            }
        }
    }
}
