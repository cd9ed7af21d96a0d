import ArgumentParser

/// `dossier key`: makes keys, tells others whom to trust, and takes back what was said.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make keys, and keep the lists of whom to trust and of what is revoked.",
        subcommands: [
            KeyNewCommand.self, KeyShowCommand.self, KeyListCommand.self, KeyTrustCommand.self,
            KeyRevokeCommand.self,
        ]
    )
}
