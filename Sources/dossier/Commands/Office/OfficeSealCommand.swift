import ArgumentParser
import CaseRegister
import Casework
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// `dossier office seal`: the archive of a case, sealed with everything that was decided on it.
struct OfficeSealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Seal the archive of an accepted case, its whole history inside.",
        discussion: """
            As the command seal does, with the archive that lies in the register and the log as it stands \
            there. Exit code 2 if the case is not accepted by this office, or has errors.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @Argument(help: "The id of the case, or the beginning of it.") var id: String
    @OptionGroup var sealing: SealOptions

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let desk = try options.desk()
            let found = try desk.register.show(id)
            guard found.state.isAccepted(by: desk.register.office.stage) else {
                console.note(console.text("office.seal.not-accepted"))
                throw ExitCode.findings
            }
            let seal = ArchiveSeal(common: common, options: sealing)
            try await seal.seal(
                desk.path(of: found.lastArchive),
                with: CaseHistory.record(of: found)
            )
        }
    }
}

extension Case {
    /// Whether an office of this stage has accepted it.
    fileprivate func isAccepted(by stage: ReviewStage) -> Bool {
        state == .areaAccepted || (stage == .site && state == .siteAccepted)
    }
}
