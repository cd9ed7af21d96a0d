import ArgumentParser

/// How an archive is sealed, whether it lies in a folder or in a register.
struct SealOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The archive to make, or a folder for it.")
    var output: String
    @OptionGroup var keys: KeyOptions
    @Option(help: "Date of issue, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else today in China).")
    var date: String?
    @Flag(help: "Seal although there are errors; they are listed in the dossier.")
    var allowFindings = false
    @Flag(help: "Replace an output that exists.") var force = false

    func validate() throws {
        guard keys.key != nil else { throw ValidationError("Give the office's key: --key FILE.") }
    }
}
