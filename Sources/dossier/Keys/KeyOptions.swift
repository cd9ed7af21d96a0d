import ArgumentParser
import Packaging
import Sealing

/// The private key that a command may sign with.
struct KeyOptions: ParsableArguments {
    @Option(
        help: "The office's Ed25519 key (PKCS#8 PEM, locked or not, or JWK): seals with it.",
        completion: .file()
    )
    var key: String?
    @OptionGroup var passphrase: PassphraseOptions

    /// The key that was named, its passphrase asked for if it is locked; nil if none was named.
    func signingKey(_ console: Console) throws -> SigningKey? {
        try key.map { try KeyFile.signingKey($0, passphrase, console) }
    }
}

/// Reads small files of keys.
enum KeyFile {
    static func read(_ path: String) throws(PackagingError) -> [UInt8] {
        try SmallFile.read(path, limit: 1 << 20)
    }

    /// Reads a private key; a locked one asks for its passphrase.
    static func signingKey(
        _ path: String,
        _ passphrase: PassphraseOptions,
        _ console: Console
    ) throws -> SigningKey {
        let content = try read(path)
        guard SigningKey.isLocked(file: content) else { return try SigningKey(file: content) }
        return try SigningKey(file: content, passphrase: passphrase.existing(for: path, console))
    }

    /// Reads the public half of a key, from a file of either half.
    static func verifyingKey(
        _ path: String,
        _ passphrase: PassphraseOptions,
        _ console: Console
    ) throws -> VerifyingKey {
        if let key = try? VerifyingKey(file: read(path)) { return key }
        return try signingKey(path, passphrase, console).verifyingKey
    }
}
