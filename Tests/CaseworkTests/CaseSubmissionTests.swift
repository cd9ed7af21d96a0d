import CandidateFixtures
import CaseLog
import Foundation
import Packaging
import Registration
import Sealing
import Testing
import Verification

@testable import Casework

@Suite struct CaseSubmissionTests {
    private func verify(_ path: String) throws -> VerificationReport {
        try ArchiveVerifier(VerificationContext(trusted: nil, day: 20_500), isDeep: true)
            .verify(path)
    }

    @Test func `A submission locks the pictures, and its archive carries the log`() async throws {
        let run = try CaseRun()
        let folder = try run.candidate()
        let submitted = try await run.submit(folder, to: "one.zip")
        #expect(submitted.revision == 1)
        #expect(submitted.supersedes == nil)
        let standing = try CandidateCase(await run.run.review(folder)).standing
        #expect(standing.state == .submitted)
        #expect(standing.pictures.allSatisfy { $0.state == .locked })
        #expect(standing.pictures.count == 3)
        let report = try verify(run.place.path("one.zip"))
        #expect(report.isAccepted)
        #expect(report.steps.contains { $0.code == "log.agrees" && $0.outcome == .passed })
        #expect(report.history.map(\.event.action.name) == ["submitted"])
    }

    @Test func `Submitted again without a change, the archive is the same to the byte`()
        async throws
    {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        let again = try await run.submit(folder, to: "two.zip", at: CaseRun.morning + 90_000)
        #expect(again.isAgain)
        let files = try ["one.zip", "two.zip"].map {
            try Data(contentsOf: URL(fileURLWithPath: run.place.path($0)))
        }
        #expect(files[0] == files[1])
        let log = try String(contentsOfFile: folder + "/case/log.jsonl", encoding: .utf8)
        #expect(log.split(separator: "\n").count == 1)
    }

    @Test func `What a crash left between log and archive is made good by the next run`()
        async throws
    {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        // As if the process had been stopped after the log took the event, before the archive appeared.
        let whole = try Data(contentsOf: URL(fileURLWithPath: run.place.path("one.zip")))
        try FileManager.default.removeItem(atPath: run.place.path("one.zip"))
        try await run.submit(folder, to: "one.zip", at: CaseRun.morning + 5)
        #expect(try Data(contentsOf: URL(fileURLWithPath: run.place.path("one.zip"))) == whole)
    }

    @Test func `A locked picture that was changed is named, and nothing is written`() async throws {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        try run.place.write(FlatJPEG.gray(41), to: "candidate/materials/身份证明/1.jpg")
        let error = await #expect(throws: CaseworkError.self) {
            try await run.submit(folder, to: "two.zip")
        }
        #expect(error?.code == .lockedChanged)
        #expect(error?.violations.map(\.kind) == [.changed])
        #expect(error?.violations.first?.place == 1)
        #expect(!FileManager.default.fileExists(atPath: run.place.path("two.zip")))
        let log = try String(contentsOfFile: folder + "/case/log.jsonl", encoding: .utf8)
        #expect(log.split(separator: "\n").count == 1)
    }

    @Test func `A changed profile unlocks, and its submission says so and what it supersedes`()
        async throws
    {
        let run = try CaseRun()
        var candidate = SmallCandidate()
        let folder = try run.candidate(candidate)
        let first = try await run.submit(folder, to: "one.zip")
        candidate.name = "试样乙"
        candidate.pictures["毕业证书/1.jpg"] = FlatJPEG.gray(99)
        try candidate.write(to: "candidate", in: run.place)
        let changed = try CandidateCase(await run.run.review(folder))
        #expect(changed.hasChangedProfile)
        #expect(changed.violations(on: 20_500).isEmpty)
        let second = try await run.submit(folder, to: "two.zip", at: CaseRun.morning + 60)
        #expect(second.revision == 2)
        #expect(second.supersedes == first.archive.printedID)
        let report = try verify(run.place.path("two.zip"))
        #expect(report.isAccepted)
        #expect(
            report.history.map(\.event.action.name)
                == ["submitted", "profile-changed", "submitted"]
        )
        let bag = try UnpackedArchive(run.place.path("two.zip"))
        let manifest = try JSONValue(parsing: #require(bag["data/manifest.json"]))
        let changes = try #require(manifest["changes"]?.array)
        #expect(changes.count == 1)
        #expect(changes.first?["material"]?.string == "hb.diploma")
        #expect(changes.first?["before"]?.string != changes.first?["after"]?.string)
    }

    @Test func `Withdrawn, everything is open, and it must be submitted again`() async throws {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        let standing = try CaseWithdrawal.withdraw(
            await run.run.review(folder),
            at: CaseRun.morning + 60
        )
        #expect(standing.state == .withdrawn)
        #expect(standing.pictures.allSatisfy { $0.state == .open })
        let again = try await run.submit(folder, to: "two.zip", at: CaseRun.morning + 120)
        #expect(again.revision == 2)
    }

    @Test
    func
        `A folder from which nothing was submitted has nothing to take back, and stays without a case`()
        async throws
    {
        let run = try CaseRun()
        let folder = try run.candidate()
        let review = try await run.run.review(folder)
        let error = #expect(throws: CaseworkError.self) {
            try CaseWithdrawal.withdraw(review, at: CaseRun.morning)
        }
        #expect(error?.code == .noCase)
        #expect(!FileManager.default.fileExists(atPath: folder + "/case"))
    }

    @Test func `A log whose line was edited is refused, and nothing is added to it`() async throws {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        let path = folder + "/case/log.jsonl"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let index = try #require(bytes.firstIndex(of: UInt8(ascii: "2")))
        bytes[index] = UInt8(ascii: "3")
        try bytes.write(to: URL(fileURLWithPath: path))
        let error = await #expect(throws: LogError.self) {
            try await run.submit(folder, to: "two.zip")
        }
        #expect(error?.code == .damaged)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        let found = try FoundLog(at: folder, keys: nil) { _ in nil }
        #expect(!found.isSound)
    }

    @Test func `An archive whose log is another one is not accepted`() async throws {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        var bag = try UnpackedArchive(run.place.path("one.zip"))
        bag["data/log.jsonl"]? += Array("{}\n".utf8)
        try bag.write(to: "bag", in: run.place)
        let report = try verify(run.place.path("bag"))
        #expect(!report.isAccepted)
        #expect(report.steps.contains { $0.code == "log.not-whole" && $0.outcome == .failed })
        #expect(report.history.isEmpty)
    }
}
