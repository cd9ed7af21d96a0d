import ArgumentParser
import Glibc
import Packaging
import Sealing

/// `dossier key`: what a key is called, and how others are told to trust it.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Show the public half of a key as a file of trusted keys.",
        discussion: "Make a key with: openssl genpkey -algorithm ed25519 -out office.pem",
        subcommands: [Show.self]
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a JWKS that trusts this key for some areas.",
            discussion: "Give the output to whoever verifies, for `dossier verify --trust`."
        )

        @OptionGroup var common: CommonOptions
        @Argument(help: "The private key (PKCS#8 PEM or JWK).", completion: .file())
        var key: String
        @Option(help: "Whose key it is.") var name: String
        @Option(
            help: "A province in GB/T 2260, such as 43; may be given several times."
        )
        var area: [Int]
        @Option(help: "An exam year; may be given several times; else every year.")
        var year: [Int] = []
        @Option(help: "First day of trust, YYYY-MM-DD.") var from: String
        @Option(help: "Last day of trust, YYYY-MM-DD.") var to: String

        func validate() throws {
            guard let first = IssueDate(from), let last = IssueDate(to),
                first.daysSince1970 <= last.daysSince1970
            else { throw ValidationError("--from and --to take days, the earlier one first.") }
            // What a file of trusted keys may say: `verify --trust` would refuse anything else.
            guard !name.isEmpty else { throw ValidationError("--name must not be empty.") }
            guard area.allSatisfy((11...99).contains) else {
                throw ValidationError("--area takes the two digits of a province, such as 43.")
            }
            guard year.allSatisfy((2000...2999).contains) else {
                throw ValidationError("--year takes a year such as 2026.")
            }
        }

        func run() async throws {
            try await perform(Console(common)) {
                guard let first = IssueDate(from), let last = IssueDate(to) else { return }
                let secret = try SigningKey(file: KeyFile.read(key))
                let trusted = TrustedKeys([
                    TrustedKey(
                        key: secret.verifyingKey,
                        name: name,
                        areas: Set(area),
                        years: year.isEmpty ? nil : Set(year),
                        days: first.daysSince1970...last.daysSince1970
                    )
                ])
                try Console(common).print(json: JSONValue(parsing: trusted.canonicalBytes()))
            }
        }
    }
}

/// Reads small files of keys.
enum KeyFile {
    static func read(_ path: String) throws(PackagingError) -> [UInt8] {
        try SmallFile.read(path, limit: 1 << 20)
    }
}
