import Archiving
import ArgumentParser
import Glibc
import Sealing

/// `dossier key new`: a new private key under a passphrase.
struct KeyNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make an Ed25519 key and lock it with a passphrase.",
        discussion: """
            The file is PKCS#8 in PEM, readable by its owner only; OpenSSL reads it too. The passphrase is \
            asked for twice on the terminal, or read from a file.
            """
    )

    @OptionGroup var common: CommonOptions
    @Option(name: .shortAndLong, help: "The file to make.", completion: .file())
    var output: String
    @OptionGroup var passphrase: PassphraseOptions
    @Flag(help: "Leave the key open: whoever reads the file can seal.")
    var noPassphrase = false
    @Flag(help: "Replace an output that exists.") var force = false

    func validate() throws {
        if noPassphrase, passphrase.passphraseFile != nil {
            throw ValidationError("Give either --passphrase-file or --no-passphrase.")
        }
    }

    func run() async throws {
        let console = Console(common)
        try await perform(console) {
            var status = stat()
            // Before anybody types a passphrase twice for nothing.
            if !force, lstat(output, &status) == 0 { throw KeyFileExists(path: output) }
            let key = SigningKey()
            let words = noPassphrase ? nil : try passphrase.new(console)
            let pem = try words.map { try key.pem(lockedWith: $0) } ?? key.pem
            let file = try TemporaryFile(beside: output)
            try file.write(pem)
            try file.publish(replacing: force)
            if common.json {
                try console.print(
                    json: [
                        "kid": .string("\(key.id)"), "path": .string(output),
                        "locked": .bool(words != nil), "jwk": key.verifyingKey.jwk,
                    ]
                )
            }
            console.say(
                console.text(
                    words == nil ? "key.madeOpen" : "key.made",
                    ["path": output, "kid": "\(key.id)"]
                )
            )
        }
    }
}

/// A key is never overwritten by accident: it may be the only one that opens something.
struct KeyFileExists: Error, CustomStringConvertible {
    let path: String
    static let code = "key.exists"
    var description: String { "\(path) exists already; give --force to replace it." }
}
