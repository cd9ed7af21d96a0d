import ArgumentParser

/// `dossier seal`: an office checks a candidate's archive again and seals it.
struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Check a candidate's archive again and seal it with an office's key.",
        discussion: """
            The archive must be whole, and its pictures must pass the area's rules once more, on the day \
            it was made. The sealed archive is a new revision, which names the one it takes the place \
            of; the candidate's own archive stays as it is.
            Exit code 2 if the archive is not whole or has errors, and is not sealed.
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: "The candidate's archive, a zip file.", completion: .file()) var archive: String
    @OptionGroup var sealing: SealOptions

    func run() async throws {
        try await perform(Console(common)) {
            let seal = ArchiveSeal(common: common, options: sealing)
            try await seal.seal(archive, with: nil)
        }
    }
}
