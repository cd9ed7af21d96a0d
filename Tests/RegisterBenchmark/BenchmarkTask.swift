import CaseRegister
import Glibc
import RegisterFixtures
import Registration

/// Something that reviewers do all day.
struct BenchmarkTask {
    let name: String
    /// The most milliseconds of one core that it may take.
    var limit = 50.0
    /// Does it once; the number is that of the call.
    let work: (Int) throws -> Int

    /// How long some calls took, in milliseconds.
    func times(_ calls: Int) throws -> Times {
        var times = Times()
        var found = 0
        for call in 0..<calls {
            let start = clock()
            let time = try ContinuousClock().measure { found += try work(call) }
            times.cpu.append(Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1_000)
            times.wall.append(time / .milliseconds(1))
        }
        guard found > 0 || name.contains("nobody") else { throw NothingFound(task: name) }
        return times
    }

    /// By the clock on the wall, and of the processor: others may be at work on the machine, too.
    struct Times {
        var wall: [Double] = []
        var cpu: [Double] = []

        static func percentile(_ percent: Int, of times: [Double]) -> Double {
            times.sorted()[(times.count - 1) * percent / 100]
        }
    }

    /// A task that finds nothing measures nothing.
    struct NothingFound: Error {
        let task: String
    }

    static func all(of register: CaseRegister) -> [BenchmarkTask] {
        let lists = filters.map { name, filter in
            BenchmarkTask(name: "queue: " + name) { _ in try register.queue(filter).count }
        }
        return lists + [
            BenchmarkTask(name: "queue: the page 1,000 pages on") { _ in
                let late = QueueFilter(since: SyntheticCase.opening + 20 * 86_400)
                guard let key = try register.queue(late, limit: 1).first?.key else { return 0 }
                return try register.queue(after: key).count
            },
            BenchmarkTask(name: "counts") { _ in try register.counts().total },
            BenchmarkTask(name: "counts of one area", limit: 100) { _ in
                try register.counts(.init(area: "hubei-2025")).total
            },
            BenchmarkTask(name: "counts for one reason", limit: 100) { _ in
                try register.counts(.init(reason: "incomplete")).total
            },
            BenchmarkTask(name: "stats") { _ in try register.statistics().decisions.total },
            BenchmarkTask(name: "show") { call in
                try register.show(id(call)).events.count
            },
        ]
    }

    private static let filters: [(String, QueueFilter)] = [
        ("all", .init()),
        ("state", .init(states: [.rejected])),
        ("states", .init(states: [.submitted, .siteAccepted])),
        ("material", .init(material: "hn.photo")),
        ("reason, frequent", .init(reason: "incomplete")),
        ("reason, rare", .init(reason: "disagrees")),
        (
            "reason and material and state",
            .init(states: [.submitted], material: "hn.id", reason: "no-seal")
        ),
        ("area", .init(area: "hubei-2025")),
        ("reviewer", .init(reviewer: "审核员7")),
        ("overdue", .init(overdue: SyntheticCase.opening + 3 * 86_400)),
        ("since", .init(since: SyntheticCase.opening + 44 * 86_400)),
        ("part of a name", .init(text: "伟")),
        ("a whole name", .init(text: "王伟")),
        ("a name that nobody has", .init(text: "欧阳")),
        ("part of a number", .init(text: "4317************9")),
        ("beginning of an id", .init(text: String(id(0).prefix(3)))),
        ("an id that nobody has", .init(text: "00000-0000-00000")),
        (
            "all filters",
            .init(
                states: [.returned],
                material: "hn.id",
                reason: "unclear",
                area: "hunan-2026",
                text: "李",
                reviewer: "审核员3",
                since: SyntheticCase.opening
            )
        ),
    ]
}

extension BenchmarkTask {
    fileprivate static func id(_ call: Int) -> String {
        var one = SyntheticCase(call * 499)
        one.submit(at: SyntheticCase.opening)
        return one.caseID
    }
}
