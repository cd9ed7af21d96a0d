import ArgumentParser
import Glibc
import Imaging

/// The command: parses options, calls one function, prints, and sets the exit code.
@main
struct Dossier: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract:
            "Packs the papers of a medical licensing candidate into a dossier anyone can check.",
        discussion: """
            医师资格考试报名材料：核对应交材料，检查图片，编制卷宗，封存并核验。

            Exit codes: 0 clean, 2 findings or a failed verification, 1 could not do it, 64 usage.
            """,
        version: version,
        subcommands: [
            NewCommand.self, AreasCommand.self, ChecklistCommand.self, CheckCommand.self,
            RepairCommand.self, PackCommand.self, SealCommand.self, VerifyCommand.self,
            PrintSetCommand.self, SubmitCommand.self, StatusCommand.self, ReceiveCommand.self,
            WithdrawCommand.self, LogCommand.self, OfficeCommand.self, KeyCommand.self,
            CodesCommand.self, FormCommand.self,
            DoctorCommand.self,
        ]
    )

    static func main() async {
        // What this tool writes is about people: nobody else may read it.
        umask(0o077)
        // A reader that goes away is an error of writing, not a reason to die half-way.
        signal(SIGPIPE, SIG_IGN)
        DecodingMemory.share()
        await main(nil)
    }
}
