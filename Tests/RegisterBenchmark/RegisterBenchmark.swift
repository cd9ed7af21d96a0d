import CaseRegister
import Glibc
import RegisterFixtures
import Registration

/// Times the register: how long lists, searches and figures take among many invented cases.
@main
struct RegisterBenchmark {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count >= 2 else {
            print("usage: RegisterBenchmark FOLDER [CASES] [CALLS]")
            exit(64)
        }
        let cases = words.count > 2 ? Int(words[2]) ?? 100_000 : 100_000
        let calls = words.count > 3 ? Int(words[3]) ?? 200 : 200
        let register = try register(in: words[1], cases: cases)
        print("\(padded("of \(calls) calls, in milliseconds", 44))    p50     p99 CPU p50 CPU p99")
        var slow: [String] = []
        for task in BenchmarkTask.all(of: register) {
            let times = try task.times(calls)
            let figures = [times.wall, times.cpu].flatMap { times in
                [50, 99].map { BenchmarkTask.Times.percentile($0, of: times) }
            }
            if figures[3] > task.limit { slow.append(task.name) }
            print("\(padded(task.name, 44)) \(figures.map(decimal).joined(separator: " "))")
            fflush(nil)
        }
        try measureBackup(of: register, to: words[1] + ".backup")
        guard slow.isEmpty else {
            print("too slow: \(slow.joined(separator: "; "))")
            exit(1)
        }
    }

    private static func register(in folder: String, cases: Int) throws -> CaseRegister {
        if let register = try? CaseRegister(opening: folder) { return register }
        let register = try CaseRegister(
            creating: folder,
            office: OfficeSettings(name: "示例考点", stage: .site),
            at: SyntheticCase.opening
        )
        let seconds = try seconds {
            // As many bytes as a manifest of the samples has.
            try SyntheticRegister.fill(register, cases: cases, manifestSize: 8_000)
        }
        print("\(cases) cases made in \(decimal(seconds)) s")
        return register
    }

    private static func measureBackup(of register: CaseRegister, to path: String) throws {
        let seconds = try seconds { try register.backup(to: path, replaces: true) }
        print("\(padded("backup, checked and on the disk", 44)) \(decimal(seconds)) s")
        unlink(path)
    }

    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        try ContinuousClock().measure(work) / .seconds(1)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }

    private static func decimal(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let text = "\(whole).\(rest < 10 ? "0" : "")\(rest)"
        return String(repeating: " ", count: max(7 - text.count, 0)) + text
    }
}
