import ArgumentParser
import Sealing

extension KeyTrustCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Add a key to a list, or give it other terms; makes the list if need be."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @Argument(help: "The key, either half (PEM or JWK).", completion: .file())
        var key: String
        @OptionGroup var passphrase: PassphraseOptions
        @OptionGroup var terms: TrustTerms

        func validate() throws { try terms.checkComplete() }

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let added = try terms.key(KeyFile.verifyingKey(key, passphrase, console))
                try KeyTrustCommand.edit(list, makes: true, console) { keys in
                    keys.removeAll { $0.key == added.key }
                    keys.append(added)
                }
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Take a key out of a list. A stolen key is revoked: `dossier key revoke`."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @Argument(
            help: "The key's name (put -- before one that begins with a hyphen).",
            transform: NameArgument.key
        )
        var kid: KeyID

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                try KeyTrustCommand.edit(list, makes: false, console) { keys in
                    guard keys.contains(where: { $0.key.id == kid }) else {
                        throw SealError(.trustFile, "\(kid)")
                    }
                    keys.removeAll { $0.key.id == kid }
                }
            }
        }
    }
}

extension KeyTrustCommand {
    fileprivate static func edit(
        _ path: String,
        makes: Bool,
        _ console: Console,
        _ change: (inout [TrustedKey]) throws -> Void
    ) throws {
        let content = makes ? try ListFile.readIfThere(path) : try ListFile.read(path)
        let before = try content.map { try TrustList(parsing: $0) } ?? TrustList(TrustedKeys([]))
        var keys = before.keys.keys
        try change(&keys)
        let draft = TrustList(TrustedKeys(keys), version: before.version)
        try ListFile.write(draft.canonicalBytes(), to: path)
        try report(draft, "key.draft", path, console)
    }
}
