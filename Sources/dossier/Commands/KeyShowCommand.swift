import ArgumentParser
import Glibc
import Sealing

/// `dossier key show`: the public half of a key.
struct KeyShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the public half of a key, as a JWKS that trusts it, a JWK or a PEM.",
        discussion: """
            Give the JWKS to whoever verifies, for `dossier verify --trust`; give the PEM or JWK of a root \
            key for `dossier key trust install --root`.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case pem
        case jwk
        case jwks
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: "The key, either half (PEM or JWK).", completion: .file())
    var key: String
    @OptionGroup var passphrase: PassphraseOptions
    @Option(help: "pem, jwk, or jwks with the terms of trust.") var format = Format.jwks
    @OptionGroup var terms: TrustTerms

    func validate() throws {
        if format == .jwks { try terms.checkComplete() }
    }

    func run() async throws {
        let console = Console(common)
        try await perform(console) {
            let key = try KeyFile.verifyingKey(key, passphrase, console)
            switch format {
            case .pem where common.json:
                let pem = String(decoding: key.pem, as: UTF8.self)
                try console.print(json: ["kid": .string("\(key.id)"), "pem": .string(pem)])
            case .pem: console.print(String(decoding: key.pem.dropLast(), as: UTF8.self))
            case .jwk: try console.print(json: key.jwk)
            case .jwks:
                let trusted = TrustedKeys([try terms.key(key)])
                try console.print(json: JSONValue(parsing: trusted.canonicalBytes()))
            }
        }
    }
}
