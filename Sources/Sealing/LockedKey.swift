import Crypto
import CryptoExtras
import FoundationEssentials
import SwiftASN1

/// A private key under a passphrase: PKCS#8's EncryptedPrivateKeyInfo (RFC 5958) with PBES2 (RFC 8018)
/// and AES-256 in CBC mode.
struct LockedKey: Hashable {
    let stretching: KeyStretching
    let iv: [UInt8]
    let ciphertext: [UInt8]

    private static let pbes2: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 5, 13]
    private static let aes256CBC: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 1, 42]

    /// Locks the DER of a private key.
    ///
    /// - Throws: A ``SealError`` where the library cannot.
    init(
        locking plain: [UInt8],
        with passphrase: Passphrase,
        stretching: KeyStretching,
        iv: [UInt8]
    ) throws(SealError) {
        let key = SymmetricKey(data: try stretching.bytes(from: passphrase.bytes))
        guard let vector = try? AES._CBC.IV(ivBytes: iv),
            let locked = try? AES._CBC.encrypt(plain, using: key, iv: vector)
        else { throw SealError(.keyProtection, "AES-256-CBC") }
        self.stretching = stretching
        self.iv = iv
        ciphertext = Array(locked)
    }

    /// The DER of the private key.
    ///
    /// - Throws: A ``SealError`` of code `keyPassphrase` for another passphrase; about one wrong
    ///   passphrase in 256 yields bytes all the same, which are no DER.
    func plain(with passphrase: Passphrase) throws(SealError) -> [UInt8] {
        let key = SymmetricKey(data: try stretching.bytes(from: passphrase.bytes))
        guard let vector = try? AES._CBC.IV(ivBytes: iv),
            let plain = try? AES._CBC.decrypt(ciphertext, using: key, iv: vector)
        else { throw SealError(.keyPassphrase, "PEM") }
        return Array(plain)
    }
}

extension LockedKey {
    /// Reads the DER of an EncryptedPrivateKeyInfo.
    ///
    /// - Throws: A ``SealError`` of code `keyFormat`, or `keyProtection` for algorithms not read here.
    init(der: [UInt8]) throws(SealError) {
        do {
            self = try DER.sequence(try DER.parse(der), identifier: .sequence) { nodes in
                let (stretching, iv) = try Self.algorithm(in: &nodes)
                let ciphertext = try ASN1OctetString(derEncoded: &nodes)
                return Self(stretching: stretching, iv: iv, ciphertext: Array(ciphertext.bytes))
            }
        } catch let error as SealError {
            throw error
        } catch {
            throw SealError(.keyFormat, "PEM block holds no encrypted PKCS#8")
        }
        guard iv.count == 16, (16...1024).contains(ciphertext.count), ciphertext.count % 16 == 0
        else { throw SealError(.keyFormat, "PEM block holds no whole ciphertext") }
    }

    init(stretching: KeyStretching, iv: [UInt8], ciphertext: [UInt8]) {
        self.stretching = stretching
        self.iv = iv
        self.ciphertext = ciphertext
    }

    private static func algorithm(
        in nodes: inout ASN1NodeCollection.Iterator
    ) throws -> (KeyStretching, iv: [UInt8]) {
        try DER.sequence(&nodes) { nodes in
            let name = try ASN1ObjectIdentifier(derEncoded: &nodes)
            guard name == pbes2 else { throw SealError(.keyProtection, "\(name)") }
            return try DER.sequence(&nodes) { nodes in
                guard let function = nodes.next() else {
                    throw SealError(.keyFormat, "no key derivation function")
                }
                return (try KeyStretching(derEncoded: function), try cipherIV(in: &nodes))
            }
        }
    }

    private static func cipherIV(in nodes: inout ASN1NodeCollection.Iterator) throws -> [UInt8] {
        try DER.sequence(&nodes) { nodes in
            let name = try ASN1ObjectIdentifier(derEncoded: &nodes)
            guard name == aes256CBC else { throw SealError(.keyProtection, "\(name)") }
            return Array(try ASN1OctetString(derEncoded: &nodes).bytes)
        }
    }

    /// The DER of the EncryptedPrivateKeyInfo.
    ///
    /// - Throws: A ``SealError`` where the library cannot write it.
    func der() throws(SealError) -> [UInt8] {
        var serializer = DER.Serializer()
        do {
            try serializer.appendConstructedNode(identifier: .sequence) { info in
                try info.appendConstructedNode(identifier: .sequence) { algorithm in
                    try algorithm.serialize(Self.pbes2)
                    try algorithm.appendConstructedNode(identifier: .sequence) { parameters in
                        try stretching.serialize(into: &parameters)
                        try parameters.appendConstructedNode(identifier: .sequence) { cipher in
                            try cipher.serialize(Self.aes256CBC)
                            try cipher.serialize(ASN1OctetString(contentBytes: iv[...]))
                        }
                    }
                }
                try info.serialize(ASN1OctetString(contentBytes: ciphertext[...]))
            }
        } catch {
            throw SealError(.keyFormat, "writing DER")
        }
        return serializer.serializedBytes
    }
}
