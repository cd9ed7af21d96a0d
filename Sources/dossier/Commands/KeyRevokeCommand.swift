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

    struct RevokeKey: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "key",
            abstract: "Enter a key: nothing that it sealed counts, whatever day it bears.",
            discussion: """
                A thief can back-date. What the office itself had sealed, and stands by, goes into --ledger: \
                lines with the SHA-256 of a manifest each, or the JSON lines that `dossier pack` prints.
                """
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @Argument(
            help: "The key's name (put -- before one that begins with a hyphen).",
            transform: NameArgument.key
        )
        var kid: KeyID
        @Option(help: "A word of small letters and hyphens, such as stolen.")
        var reason = "unspecified"
        @Option(help: "Since when it is not to be believed, YYYY-MM-DD (else the day of --date).")
        var since: String?
        @Option(help: "What the office stands by.", completion: .file()) var ledger: String?

        func validate() throws { try KeyRevokeCommand.check(reason: reason, day: since) }

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let entry = RevocationList.Key(
                    id: kid,
                    since: try IssueDay.given(since).daysSince1970,
                    reason: reason,
                    ledger: try ledger.map { try LedgerFile.read($0) } ?? []
                )
                try KeyRevokeCommand.edit(list, makes: true, console) { list in
                    list.keys.removeAll { $0.id == kid }
                    list.keys.append(entry)
                }
            }
        }
    }

    struct RevokeDossier: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "dossier",
            abstract: "Enter dossiers that are withdrawn."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @Argument(help: "The ids as printed on the dossiers.", transform: NameArgument.dossier)
        var ids: [DossierID]
        @Option(help: "A word of small letters and hyphens, such as withdrawn.")
        var reason = "unspecified"
        @Option(help: "The day, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else today in China).")
        var at: String?

        func validate() throws { try KeyRevokeCommand.check(reason: reason, day: at) }

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let day = try IssueDay.given(at).daysSince1970
                try KeyRevokeCommand.edit(list, makes: true, console) { list in
                    for id in ids {
                        list.dossiers.removeAll { $0.id == id }
                        list.dossiers.append(.init(id: id, at: day, reason: reason))
                    }
                }
            }
        }
    }

    struct Latest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enter the latest revision of a case: older ones are superseded."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @Option(
            name: .customLong("case"),
            help: "The id of the first revision.",
            transform: NameArgument.dossier
        )
        var caseID: DossierID
        @Option(help: "The number of the latest revision.") var revision: Int
        @Option(help: "The id of the latest revision.", transform: NameArgument.dossier)
        var id: DossierID

        func validate() throws {
            guard (1...0xFFFF).contains(revision) else {
                throw ValidationError("--revision takes a number from 1 to 65535.")
            }
        }

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                try KeyRevokeCommand.edit(list, makes: true, console) { list in
                    list.latest.removeAll { $0.caseID == caseID }
                    list.latest.append(.init(caseID: caseID, revision: revision, id: id))
                }
            }
        }
    }

    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take out what was entered by mistake: a key, a dossier or a case."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @Argument(help: "The key's name, or an id (put -- before one that begins with a hyphen).")
        var name: String

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let id = try? DossierID(parsing: name)
                try KeyRevokeCommand.edit(list, makes: false, console) { list in
                    let before = list
                    list.keys.removeAll { $0.id.description == name }
                    list.dossiers.removeAll { $0.id == id }
                    list.latest.removeAll { $0.caseID == id }
                    guard list != before else { throw SealError(.revocationFile, name) }
                }
            }
        }
    }

    struct Sign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
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
        static let configuration = CommandConfiguration(abstract: "Show what a list revokes.")

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
    fileprivate static func check(reason: String, day: String?) throws {
        guard RevocationList.isReason(reason) else {
            throw ValidationError("--reason takes a word of small letters and hyphens.")
        }
        if let day, IssueDate(day) == nil {
            throw ValidationError("A day is written like 2026-01-15.")
        }
    }

    fileprivate static func edit(
        _ path: String,
        makes: Bool,
        _ console: Console,
        _ change: (inout RevocationList) throws -> Void
    ) throws {
        let content = makes ? try ListFile.readIfThere(path) : try ListFile.read(path)
        let before = try content.map { try RevocationList(parsing: $0) } ?? RevocationList()
        var draft = before.draft
        try change(&draft)
        try ListFile.write(draft.canonicalBytes(), to: path)
        try report(draft, "key.draft", path, console)
    }

    fileprivate static func report(
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
