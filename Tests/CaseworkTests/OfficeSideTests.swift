import CandidateFixtures
import CaseRegister
import Foundation
import Packaging
import Registration
import Sealing
import Testing
import Verification

@testable import Casework

@Suite struct OfficeSideTests {
    private let diploma = ReturnedItem(
        material: "hb.diploma",
        place: 1,
        reason: "unclear",
        note: "看不清"
    )

    @Test func `A case goes to the office, back, and there again, and both sides hold one chain`()
        async throws
    {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        let imported = try run.intake().add(run.place.path("one.zip"), at: CaseRun.morning + 300)
        #expect(imported.addition == .newCase)
        try run.decide(.returned([diploma]), on: imported.caseID)
        let slip = try run.slip(on: imported.caseID, answerBy: 20_700)
        #expect(slip.content.outcome.items.first?.reason.sentence.isEmpty == false)
        let received = try SlipReception(run.trusted)
            .apply(slip, to: await run.run.review(folder))
        #expect(received.newEvents == 1)
        #expect(received.standing.state == .returned)
        try run.place.write(FlatJPEG.gray(200), to: "candidate/materials/毕业证书/1.jpg")
        let second = try await run.submit(folder, to: "two.zip", at: CaseRun.morning + 9000)
        #expect(second.revision == 2)
        let again = try run.intake().add(run.place.path("two.zip"), at: CaseRun.morning + 9600)
        #expect(again.addition == .newRevision(2))
        #expect(again.caseID == imported.caseID)
        try run.decide(.accepted, on: imported.caseID, at: CaseRun.morning + 9900)
        let last = try SlipReception(run.trusted)
            .apply(run.slip(on: imported.caseID), to: await run.run.review(folder))
        #expect(last.standing.state == .siteAccepted)
        let known = try run.desk.register.show(imported.caseID)
        let log = try String(contentsOfFile: folder + "/case/log.jsonl", encoding: .utf8)
        #expect(log == known.events.map { $0.line + "\n" }.joined())
        #expect(known.events.count == 4)
    }

    @Test func `A slip that nobody vouches for changes nothing`() async throws {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        let imported = try run.intake().add(run.place.path("one.zip"), at: CaseRun.morning)
        try run.decide(.accepted, on: imported.caseID)
        let slip = try run.slip(on: imported.caseID)
        let review = try await run.run.review(folder)
        let before = try Data(contentsOf: URL(fileURLWithPath: folder + "/case/log.jsonl"))
        let nobody = VerificationContext(trusted: nil, day: 20_500)
        let error = #expect(throws: CaseworkError.self) {
            try SlipReception(nobody).apply(slip, to: review)
        }
        #expect(error?.code == .untrusted)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/case/log.jsonl")) == before)
    }

    @Test func `A slip for somebody else is not applied`() async throws {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        let imported = try run.intake().add(run.place.path("one.zip"), at: CaseRun.morning)
        try run.decide(.accepted, on: imported.caseID)
        let slip = try run.slip(on: imported.caseID)
        let other = try SmallCandidate(name: "试样丙").write(to: "other", in: run.place)
        try await run.submit(other, to: "other.zip")
        let review = try await run.run.review(other)
        let error = #expect(throws: CaseworkError.self) {
            try SlipReception(run.trusted).apply(slip, to: review)
        }
        #expect(error?.code == .otherCase)
    }

    @Test
    func `After a withdrawal the office's decision and the candidate's log part, and both say so`()
        async throws
    {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        let imported = try run.intake().add(run.place.path("one.zip"), at: CaseRun.morning)
        _ = try CaseWithdrawal.withdraw(await run.run.review(folder), at: CaseRun.morning + 60)
        try run.decide(.returned([diploma]), on: imported.caseID)
        let slip = try run.slip(on: imported.caseID)
        let review = try await run.run.review(folder)
        let error = #expect(throws: CaseworkError.self) {
            try SlipReception(run.trusted).apply(slip, to: review)
        }
        #expect(error?.code == .forked)
        try await run.submit(folder, to: "two.zip", at: CaseRun.morning + 120)
        let fork = #expect(throws: RegisterError.self) {
            try run.intake().add(run.place.path("two.zip"), at: CaseRun.morning + 900)
        }
        #expect(fork?.code == .fork)
    }

    @Test func `An archive with a changed byte, or without a log, is not taken in`() async throws {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: run.place.path("one.zip")))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: run.place.path("bad.zip")))
        let error = #expect(throws: CaseworkError.self) {
            try run.intake().add(run.place.path("bad.zip"), at: CaseRun.morning)
        }
        #expect(error?.code == .notImported)
        try await run.run.pack(folder, to: .archive(run.place.path("plain.zip")))
        let plain = #expect(throws: CaseworkError.self) {
            try run.intake().add(run.place.path("plain.zip"), at: CaseRun.morning)
        }
        #expect(plain?.subject == "log.missing")
        #expect(try run.desk.register.counts().total == 0)
    }

    @Test(
        arguments: [
            (
                ReturnedItem(material: "hb.diploma", place: 1, reason: "nonsense"),
                "review.unknown-reason"
            ),
            (
                ReturnedItem(material: "hb.nothing", place: 1, reason: "unclear"),
                "review.unknown-material"
            ),
            (ReturnedItem(material: "hb.diploma", reason: "unclear"), "review.picture-missing"),
            (
                ReturnedItem(material: "hb.diploma", place: 1, reason: "missing-page"),
                "review.whole-material"
            ),
            (
                ReturnedItem(material: "hb.diploma", place: 1, reason: "other"),
                "review.note-missing"
            ),
            (
                ReturnedItem(material: "hb.diploma", place: 1, reason: "photo-rules"),
                "review.reason-does-not-fit"
            ),
        ]
    ) func `A return must fit the material`(item: ReturnedItem, code: String) async throws {
        let run = try CaseRun()
        let folder = try run.candidate()
        try await run.submit(folder, to: "one.zip")
        let imported = try run.intake().add(run.place.path("one.zip"), at: CaseRun.morning)
        let error = #expect(throws: CaseworkError.self) {
            try run.decide(.returned([item]), on: imported.caseID)
        }
        #expect(error?.code.rawValue == code)
        #expect(try run.desk.register.show(imported.caseID).events.count == 1)
    }

    @Test func `The area takes over what the site accepted, if it trusts the site's key`()
        async throws
    {
        let site = try CaseRun()
        let area = try CaseRun(stage: .area)
        let folder = try site.candidate()
        try await site.submit(folder, to: "one.zip")
        let imported = try site.intake().add(site.place.path("one.zip"), at: CaseRun.morning)
        try site.decide(.accepted, on: imported.caseID)
        let found = try site.desk.register.show(imported.caseID)
        var options = site.run.options
        options.key = site.key
        options.record = CaseHistory.record(of: found)
        let sealed = try await ArchiveSealer(
            resources: try PackResources(site.catalog),
            fonts: try PackRun.fonts(),
            options: options
        ).seal(
            site.desk.path(of: found.lastArchive),
            to: .archive(site.place.path("sealed.zip")),
            jobs: 2
        )
        #expect(sealed.archive != nil)
        let path = site.place.path("sealed.zip")
        let stranger = #expect(throws: CaseworkError.self) {
            try area.intake().add(path, at: CaseRun.morning)
        }
        #expect(stranger?.subject == "log.unknown-key")
        let taken = try area.intake(site.trusted).add(path, at: CaseRun.morning + 900)
        #expect(taken.addition == .newCase)
        #expect(taken.caseID == imported.caseID)
        try area.decide(.accepted, on: taken.caseID, at: CaseRun.morning + 1200)
        #expect(try area.desk.register.show(taken.caseID).state.state == .areaAccepted)
    }
}
