import CaseRegister
import RegisterFixtures
import Registration
import Testing

@Suite(.serialized) struct ConcurrencyTests {
    @Test(.timeLimit(.minutes(5)))
    func `Eight processes review a thousand cases: no decision is lost, none is doubled`() throws {
        let office = try SmallRegister()
        try office.fill(1_000)
        let workers = try (1...8).map { try Worker("review", office.folder, "审核员\($0)") }
        for worker in workers {
            let status = worker.status()
            let errors = try worker.errors
            #expect(status == 0, "\(errors)")
        }
        let answers = try workers.flatMap { try $0.answers }
        let done = answers.filter { $0.what == "done" }
        #expect(done.count == 1_000)
        #expect(Set(done.map(\.caseID)).count == 1_000)
        #expect(answers.count { $0.what == "repeated" } == 1_000)
        #expect(answers.contains { $0.what == "stale" }, "they never met")
        let statistics = try office.register.statistics()
        #expect(statistics.decisions.total == 1_000)
        for (number, worker) in workers.enumerated() {
            let own = try worker.answers.count { $0.what == "done" }
            #expect(statistics.reviewers["审核员\(number + 1)"]?.total ?? 0 == own)
        }
        try office.register.check()
    }
}

extension SmallRegister {
    /// Brings many cases in at once.
    func fill(_ count: Int) throws {
        try register.inOneTransaction { transaction in
            for number in 1...count {
                var one = SyntheticCase(number, materials: 3)
                one.submit(at: Self.opening)
                _ = try transaction.add(one.submission(), at: Self.opening)
            }
        }
    }
}
