import CandidateFixtures
import Foundation
import Testing

/// The built command on a terminal of its own, with a person who answers its questions.
struct Terminal {
    /// What came of it: everything that stood on the screen, and whether typing could be seen.
    struct Session {
        var status: Int
        var screen: String
        var wasEchoing: Bool
    }

    static let python = OutsideTool("python3")

    /// Runs the command; each answer is typed after a line that ends with a colon.
    static func run(_ arguments: [String], answers: [String]) throws -> Session {
        let output = try #require(python).run(
            ["-c", script, try #require(Command.path)] + arguments + ["--"] + answers
        )
        let lines = output.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        return Session(
            status: try #require(Int(lines[0])),
            screen: String(lines[2]),
            wasEchoing: lines[1] == "True"
        )
    }

    private static let script = """
        import os, pty, select, sys, termios, time
        cut = len(sys.argv) - 1 - sys.argv[::-1].index("--")
        command, answers = sys.argv[1:cut], sys.argv[cut + 1:]
        child, terminal = pty.fork()
        if child == 0:
            os.execv(command[0], command)
        screen, echoed = b"", False
        while select.select([terminal], [], [], 60)[0]:
            try:
                screen += os.read(terminal, 4096)
            except OSError:
                break
            if screen.rstrip().endswith((b":", "：".encode())) and answers:
                time.sleep(0.2)
                echoed |= bool(termios.tcgetattr(terminal)[3] & termios.ECHO)
                os.write(terminal, answers.pop(0).encode() + b"\\r")
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(status, echoed, screen.decode(), sep="\\n")
        """
}
