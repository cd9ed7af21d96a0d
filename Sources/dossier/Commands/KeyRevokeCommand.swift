import ArgumentParser
import Packaging
import Sealing
import Verification

/// `dossier key revoke`: the list of what is revoked and of what is superseded.
struct KeyRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Make, sign and install a list of revoked keys and dossiers.",
        discussion: """
            The root, or an office for its own areas, enters what is revoked, signs the list and hands it \
            round. A change takes the signature off.
            """,
        subcommands: [
            RevokeKey.self, RevokeDossier.self, Latest.self, Drop.self, Sign.self, Show.self,
            Install.self,
        ]
    )

    struct Sign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign",
            abstract: "Sign a list with the root key, or an office's, under its next number."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @OptionGroup var signer: KeyOptions
        @Option(help: "Date of issue, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else today in China).")
        var date: String?

        func validate() throws {
            guard signer.key != nil else { throw ValidationError("Give the key with --key.") }
        }

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let day = try IssueDay.given(date).daysSince1970
                let draft = try ListFile.readIfThere(list).map { try RevocationList(parsing: $0) }
                guard let key = try signer.signingKey(console) else { return }
                let signed = try (draft ?? RevocationList()).signed(by: key, on: day)
                try ListFile.write(signed.canonicalBytes(), to: list)
                try KeyRevokeCommand.report(signed, "key.signed", list, console)
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show what a list revokes."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let list = try RevocationList(parsing: ListFile.read(list))
                if common.json {
                    try console.print(json: JSONValue(parsing: list.canonicalBytes()))
                }
                KeyRevokeCommand.printText(list, console)
            }
        }
    }

    struct Install: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "install",
            abstract: "Install a signed list for verifying; refuses lower numbers."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @OptionGroup var store: StoreOptions

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let list = try RevocationList(parsing: ListFile.read(list))
                guard let store = store.store else { throw ValidationError("Give --store.") }
                let words = try store.install(list) ? "key.installed" : "key.installedAlready"
                try KeyRevokeCommand.report(list, words, store.folder, console)
            }
        }
    }
}

extension KeyRevokeCommand {
    static func report(
        _ list: RevocationList,
        _ words: String,
        _ path: String,
        _ console: Console
    ) throws {
        if console.options.json {
            try console.print(
                json: [
                    "path": .string(path), "number": .integer(Int64(list.number)),
                    "keys": .integer(Int64(list.keys.count)),
                    "dossiers": .integer(Int64(list.dossiers.count)),
                    "latest": .integer(Int64(list.latest.count)),
                    "signed": .bool(list.seal != nil),
                ]
            )
        }
        console.say(console.text(words, ["path": path, "version": "\(list.number)"]))
    }

    fileprivate static func printText(_ list: RevocationList, _ console: Console) {
        console.print(
            console.text(
                list.seal == nil ? "key.list.unsigned" : "key.list.unchecked",
                [
                    "version": "\(list.number)", "kid": list.seal.map { "\($0.keyID)" } ?? "–",
                    "date": list.issued.map(KeyReport.date) ?? "–",
                ]
            )
        )
        var table = TextTable()
        for key in list.keys {
            let ledger = console.text("key.ledger", ["count": "\(key.ledger.count)"])
            let row = ["\(key.id)", KeyReport.date(key.since), key.reason]
            table.add(key.ledger.isEmpty ? row : row + [ledger])
        }
        for dossier in list.dossiers {
            table.add(["\(dossier.id)", KeyReport.date(dossier.at), dossier.reason])
        }
        for latest in list.latest {
            let words = ["revision": "\(latest.revision)", "id": "\(latest.id)"]
            table.add(["\(latest.caseID)", console.text("key.latest", words)])
        }
        for line in table.lines { console.print(line) }
    }
}
