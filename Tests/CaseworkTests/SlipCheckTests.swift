import Registration
import Sealing
import Testing
import Verification

@testable import Casework

@Suite struct SlipCheckTests {
    private typealias Outcome = VerificationReport.Outcome

    private static func report(
        _ trust: TrustedKeys?,
        day: Int = SampleSlip.day
    ) throws -> SlipReport {
        SlipCheck(VerificationContext(trusted: trust, day: day)).report(on: try SampleSlip.slip())
    }

    private static func outcomes(_ report: SlipReport) -> [Outcome] {
        VerificationReport.Question.allCases.map { report.outcome(of: $0) }
    }

    @Test func `A trusted office's slip passes all three questions`() throws {
        let report = try Self.report(SampleSlip.trust())
        #expect(report.isTrusted)
        #expect(report.issuer == "试验考点")
        #expect(Self.outcomes(report) == [.passed, .passed, .passed])
    }

    @Test func `Without keys nothing is proven`() throws {
        let report = try Self.report(nil)
        #expect(!report.isTrusted)
        #expect(Self.outcomes(report) == [.absent, .absent, .passed])
    }

    @Test(
        arguments: try [
            (SampleSlip.trust(seed: 1), "issuer.unknown-key", Outcome.absent),
            (SampleSlip.trust(areas: [42]), "issuer.not-for-area", .passed),
            (SampleSlip.trust(years: [2025]), "issuer.not-for-year", .passed),
            (SampleSlip.trust(days: 20_490...20_818), "issuer.outside-validity", .passed),
        ]
    )
    func `A key that may not is named, whatever the bytes are worth`(
        trust: TrustedKeys,
        code: String,
        integrity: VerificationReport.Outcome
    ) throws {
        let report = try Self.report(trust)
        #expect(report.outcome(of: .integrity) == integrity)
        #expect(report.outcome(of: .issuer) == .failed)
        #expect(report.steps.contains { $0.code == code })
        #expect(report.issuer == nil)
    }

    @Test func `A slip changed after it was sealed is not whole`() throws {
        let sealed = try SampleSlip.slip()
        let text = String(decoding: try sealed.canonicalBytes(), as: UTF8.self)
        let changed = text.replacing("长沙市考点", with: "株洲市考点")
        let slip = try ReturnSlip(parsing: Array(changed.utf8))
        let context = VerificationContext(trusted: try SampleSlip.trust(), day: SampleSlip.day)
        let report = SlipCheck(context).report(on: slip)
        #expect(Self.outcomes(report) == [.failed, .failed, .passed])
    }

    @Test func `The day tells what is too early and what too late`() throws {
        let early = try Self.report(SampleSlip.trust(), day: SampleSlip.day - 1)
        #expect(Self.outcomes(early) == [.passed, .passed, .failed])
        let late = try Self.report(SampleSlip.trust(), day: SampleSlip.day + 11)
        #expect(late.isTrusted)
        #expect(late.steps.contains { $0.code == "slip.overdue" && $0.outcome == .warning })
        let last = try Self.report(SampleSlip.trust(), day: SampleSlip.day + 10)
        #expect(!last.steps.contains { $0.code == "slip.overdue" })
    }

    @Test func `A revoked key and a withdrawn dossier are refused`() throws {
        let root = try SampleSlip.key(9)
        var list = RevocationList()
        list.keys = [.init(id: try SampleSlip.key().id, since: SampleSlip.day, reason: "stolen")]
        list.dossiers = [
            .init(
                id: DossierID(manifest: SampleSlip.manifest),
                at: SampleSlip.day,
                reason: "withdrawn"
            )
        ]
        let signed = try list.signed(by: root, on: SampleSlip.day)
        let trust = try TrustList(SampleSlip.trust()).signed(by: root, on: SampleSlip.day)
        let context = try VerificationContext(
            trust: trust,
            revocations: [Revocations(signed, root: root.verifyingKey, trust: trust)],
            root: root.verifyingKey,
            day: SampleSlip.day
        )
        let report = SlipCheck(context).report(on: try SampleSlip.slip())
        #expect(Self.outcomes(report) == [.passed, .failed, .failed])
        #expect(report.issuer == nil)
    }
}
