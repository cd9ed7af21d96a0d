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
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// Ends the process as the parser would, but speaks the user's language.
    private static func end(with error: any Error) -> Never {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let text = UsageAnswer.text(for: error, arguments: arguments) else {
            exit(withError: error)
        }
        let code = exitCode(for: error)
        Console.write(text + "\n", to: code == .success ? STDOUT_FILENO : STDERR_FILENO)
        Glibc.exit(code.rawValue)
    }
}
