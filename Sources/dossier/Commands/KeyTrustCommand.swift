import ArgumentParser
import Packaging
import Sealing
import Verification

/// `dossier key trust`: the list of offices' keys that a root key signs.
struct KeyTrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Make, sign and install a list of keys to trust.",
        discussion: """
            Add keys to a list, sign it with the root key, and hand it round; whoever verifies installs it \
            once with the root's public key and later without. A change takes the signature off.
            """,
        subcommands: [Add.self, Remove.self, Sign.self, Show.self, Install.self]
    )

    struct Sign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign",
            abstract: "Sign a list with the root key, as its next version."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @OptionGroup var signer: KeyOptions
        @Option(help: "Date of issue, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else today in China).")
        var date: String?

        func validate() throws {
            guard signer.key != nil else { throw ValidationError("Give the root key with --key.") }
        }

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let day = try IssueDay.given(date).daysSince1970
                let draft = try TrustList(parsing: ListFile.read(list))
                guard let key = try signer.signingKey(console) else { return }
                let signed = try draft.signed(by: key, on: day)
                try ListFile.write(signed.canonicalBytes(), to: list)
                try KeyTrustCommand.report(signed, "key.signed", list, console)
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show a list, else the one installed, and whether the root signed it."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String?
        @Option(help: "The root's public key (PEM or JWK).", completion: .file()) var root: String?
        @OptionGroup var store: StoreOptions

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let context = try store.sources(trust: list, root: root).context(day: 0)
                let trust = context.trust ?? TrustList(TrustedKeys([]))
                let report = KeyReport(trusted: trust.keys.keys, console: console)
                if common.json {
                    var members = report.json.object ?? [:]
                    members["version"] = .integer(Int64(trust.version))
                    members["issued"] = trust.issued.map { .string(KeyReport.date($0)) }
                    members["vouching"] = .string(context.vouching.code)
                    try console.print(json: .object(members))
                }
                console.print(
                    console.text(
                        "key.list.\(context.vouching.code)",
                        [
                            "version": "\(trust.version)", "kid": context.vouching.signer,
                            "date": trust.issued.map(KeyReport.date) ?? "–",
                        ]
                    )
                )
                report.printText()
            }
        }
    }

    struct Install: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "install",
            abstract: "Install a signed list for verifying; refuses lower versions and other roots."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.", completion: .file()) var list: String
        @Option(
            help: "The root's public key (PEM or JWK): pinned by the first list installed.",
            completion: .file()
        )
        var root: String?
        @OptionGroup var store: StoreOptions

        func run() async throws {
            let console = Console(common)
            try await perform(console) {
                let trust = try TrustList(parsing: ListFile.read(list))
                let key = try root.map { try VerifyingKey(file: KeyFile.read($0)) }
                guard let store = store.store else { throw ValidationError("Give --store.") }
                let isNew = try store.install(trust, root: key)
                let words = isNew ? "key.installed" : "key.installedAlready"
                try KeyTrustCommand.report(trust, words, store.folder, console)
            }
        }
    }
}

extension KeyTrustCommand {
    static func report(
        _ list: TrustList,
        _ words: String,
        _ path: String,
        _ console: Console
    ) throws {
        if console.options.json {
            try console.print(
                json: [
                    "path": .string(path), "version": .integer(Int64(list.version)),
                    "keys": .integer(Int64(list.keys.keys.count)),
                    "signed": .bool(list.seal != nil),
                ]
            )
        }
        console.say(console.text(words, ["path": path, "version": "\(list.version)"]))
    }
}

extension VerificationContext.Vouching {
    fileprivate var code: String {
        switch self {
        case .root: "signed"
        case .unchecked: "unchecked"
        case .nothing: "unsigned"
        }
    }

    fileprivate var signer: String {
        switch self {
        case .root(let id), .unchecked(let id): "\(id)"
        case .nothing: "–"
        }
    }
}
