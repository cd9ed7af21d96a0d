import ArgumentParser
import Packaging
import Sealing
import Verification

/// The folder of installed lists.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: "Folder of installed lists (else $XDG_DATA_HOME/dossier or ~/.local/share/dossier).",
        completion: .directory
    )
    var folder: String?

    /// The store; nil where the environment tells of no home.
    var store: TrustStore? {
        let standard = TrustStore.standardFolder(
            dataHome: Environment.value("XDG_DATA_HOME"),
            home: Environment.value("HOME")
        )
        return (folder ?? standard).map(TrustStore.init(folder:))
    }

    /// The store with what was named beside it.
    func sources(trust: String?, root: String?) throws -> TrustSources {
        TrustSources(
            trust: try trust.map { try TrustList(parsing: ListFile.read($0)) },
            revocations: [],
            root: try root.map { try VerifyingKey(file: KeyFile.read($0)) },
            store: store
        )
    }
}

/// Whom to trust and what is revoked, for a command that verifies.
struct TrustOptions: ParsableArguments {
    @Option(
        help: "The offices' keys that you trust (a JWKS file), else those installed.",
        completion: .file()
    )
    var trust: String?
    @Option(
        help: "A signed list of revocations, else those installed; may be given several times.",
        completion: .file()
    )
    var revocations: [String] = []
    @Option(
        help: "The root's public key (PEM or JWK) that must have signed the list of keys.",
        completion: .file()
    )
    var root: String?
    @OptionGroup var store: StoreOptions

    /// Reads the lists and checks their signatures; writes nothing.
    func context(day: Int) throws -> VerificationContext {
        var sources = try store.sources(trust: trust, root: root)
        sources.revocations = try revocations.map {
            try RevocationList(parsing: ListFile.read($0))
        }
        return try sources.context(day: day)
    }
}
