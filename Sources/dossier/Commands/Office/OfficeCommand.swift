import ArgumentParser
import Casework

/// `dossier office`: an office's side of the review.
struct OfficeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "office",
        abstract: "Keep an office's register: take archives in, review them, answer candidates.",
        discussion: """
            The register is a folder (--register, or DOSSIER_REGISTER). Several people may work in it at \
            once: a decision on a case that somebody else decided meanwhile is refused and says who.
            """,
        subcommands: [
            OfficeInitCommand.self, OfficeImportCommand.self, OfficeQueueCommand.self,
            OfficeShowCommand.self, OfficeReviewCommand.self, OfficeSlipCommand.self,
            OfficeDiffCommand.self, OfficeSealCommand.self, OfficeExportCommand.self,
            OfficeStatsCommand.self,
            OfficeBackupCommand.self, OfficeRestoreCommand.self,
        ]
    )
}

/// Where the register is.
struct RegisterOptions: ParsableArguments {
    @Option(help: "The register's folder (else DOSSIER_REGISTER).", completion: .directory)
    var register: String?

    /// The folder.
    ///
    /// - Throws: `ValidationError` if none is named.
    var folder: String {
        get throws {
            guard let folder = register ?? Environment.value("DOSSIER_REGISTER") else {
                throw ValidationError("Name the register: --register FOLDER, or DOSSIER_REGISTER.")
            }
            return folder
        }
    }

    /// Opens it.
    func desk() throws -> OfficeDesk { try OfficeDesk(opening: folder) }
}
