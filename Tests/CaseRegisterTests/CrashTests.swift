import CaseRegister
import Foundation
import RegisterFixtures
import Registration
import Testing

@Suite(.serialized) struct CrashTests {
    static let rounds = 150

    @Test(.timeLimit(.minutes(5)))
    func `What was acknowledged is there after a reviewer is killed at any moment`() throws {
        var office = try SmallRegister()
        try office.fill(500)
        var chance = SplitMix(seed: 1)
        var all = 0
        for _ in 0..<Self.rounds {
            if try office.register.counts().states[.submitted, default: 0] < 100 {
                office = try SmallRegister()
                try office.fill(500)
            }
            let done = try killed(["review", office.folder, "甲"], after: chance.below(120))
            for answer in done {
                let shown = try office.register.show(answer.caseID)
                #expect(shown.events.count == 2)
                #expect(shown.events.last?.reviewer == "甲")
            }
            try checkFile(of: office)
            all += done.count
        }
        #expect(all > Self.rounds / 2)
        try office.register.check()
    }

    @Test(.timeLimit(.minutes(5)))
    func `What was acknowledged is there after an import is killed at any moment`() throws {
        let office = try SmallRegister()
        var chance = SplitMix(seed: 2)
        var all = 0
        for round in 0..<Self.rounds {
            let first = "\(round * 1_000 + 1)"
            let done = try killed(["add", office.folder, first], after: chance.below(120))
            for answer in done {
                #expect(try office.register.show(answer.caseID).revisions.count == 1)
            }
            try checkFile(of: office)
            all += done.count
            // The case that was being added may be there unacknowledged, and no other.
            let total = try office.register.counts().total
            #expect((all...(all + round + 1)).contains(total))
        }
        #expect(all > Self.rounds / 2)
        try office.register.check()
    }

    /// Starts a worker, kills it after some milliseconds, and tells what it had acknowledged.
    private func killed(_ arguments: [String], after milliseconds: Int) throws -> [Worker.Answer] {
        let worker = try Worker(arguments[0], arguments[1], arguments[2])
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000)
        worker.kill()
        return try worker.answers.filter { $0.what == "done" }
    }

    /// As a process sees it that starts afterwards.
    private func checkFile(of office: SmallRegister) throws {
        let integrity = try RawDatabase(office.folder + "/register.sqlite").integrity
        #expect(integrity == "ok")
        _ = try CaseRegister(opening: office.folder)
    }
}
