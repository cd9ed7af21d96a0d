import Glibc
import ProfileFixtures
import Registration
import Review
import TemplateCatalog

/// Times the rules: how long all requirements of many random profiles take on one core.
@main
struct ReviewBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else {
            print("usage: ReviewBenchmark TEMPLATES [PROFILES]")
            exit(64)
        }
        let count = arguments.count > 2 ? Int(arguments[2]) ?? 100_000 : 100_000
        let catalog = try TemplateCatalog(locate: .init(folder: arguments[1]))
        for id in try catalog.areaIDs() {
            let area = try catalog.area(id).area
            var source = RandomProfiles(area, seed: 20_260_205)
            let profiles = (0..<count).map { _ in source.next() }
            var counts = Counts()
            let start = clock()
            for profile in profiles { counts.add(area.requirements(for: profile)) }
            let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
            let each = seconds / Double(count) * 1_000_000
            print(
                "\(id): \(count) profiles in \(rounded(seconds)) s of one core, \(rounded(each)) µs each;"
                    + " required \(counts.required), not required \(counts.notRequired),"
                    + " cannot tell \(counts.open), reasons \(counts.facts)"
            )
        }
    }

    private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

    /// What came out, so that nothing can be left out of the work.
    private struct Counts {
        var required = 0
        var notRequired = 0
        var open = 0
        var facts = 0

        mutating func add(_ requirements: [Requirement]) {
            for requirement in requirements {
                facts += requirement.because.count
                switch requirement.need {
                case .required: required += 1
                case .notRequired: notRequired += 1
                case .cannotTell: open += 1
                }
            }
        }
    }
}
