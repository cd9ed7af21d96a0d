import ArgumentParser
import Packaging
import Sealing

extension KeyRevokeCommand {
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
        @Option(help: "Since when, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else today in China).")
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
                    ledger: try ledger.map { try LedgerFile($0).hashes } ?? []
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
            commandName: "latest",
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
            commandName: "drop",
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
}
