import CandidateFixtures
import CaseRegister
import Casework
import Packaging
import Registration
import Sealing
import TemplateCatalog
import Verification

/// A case that is played through with files: a candidate's folder, an office, its key.
struct CaseRun {
    static let morning: Int64 = 1_770_256_800
    let place: TemporaryFolder
    let run: PackRun
    let key: SigningKey
    let desk: OfficeDesk
    let catalog: TemplateCatalog

    init(stage: ReviewStage = .site) throws {
        place = try TemporaryFolder()
        catalog = try Repository.catalog()
        run = try PackRun()
        key = SigningKey()
        desk = try OfficeDesk(
            creating: place.path("register"),
            office: .init(name: "试点", stage: stage),
            at: Self.morning
        )
    }

    func candidate(_ candidate: SmallCandidate = SmallCandidate()) throws -> String {
        try candidate.write(to: "candidate", in: place)
    }

    /// Submits a folder; findings are no hindrance.
    @discardableResult
    func submit(
        _ folder: String,
        to name: String,
        at time: Int64 = morning
    ) async throws -> CaseSubmission.Submitted {
        var options = run.options
        options.date = IssueDate(secondsSince1970: Int(time)) ?? options.date
        let submission = CaseSubmission(
            resources: try PackResources(catalog),
            fonts: try PackRun.fonts(),
            options: options
        )
        let outcome = try submission.submit(
            try await run.review(folder),
            at: time,
            to: .archive(place.path(name))
        )
        guard case .submitted(let submitted) = outcome else { throw PackRun.Refused() }
        return submitted
    }

    var trusted: VerificationContext {
        let trusted = TrustedKey(
            key: key.verifyingKey,
            name: "试点",
            areas: [42, 43],
            years: nil,
            days: 0...60_000
        )
        return VerificationContext(trusted: TrustedKeys([trusted]), day: 20_500)
    }

    func intake(_ context: VerificationContext? = nil) -> ArchiveImport {
        ArchiveImport(desk, catalog: catalog, context: context ?? trusted)
    }

    @discardableResult
    func decide(
        _ decision: OfficeReview.Decision,
        on id: String,
        at time: Int64 = morning + 600
    ) throws -> Int {
        try OfficeReview(desk, catalog: catalog, key: key)
            .decide(decision, on: id, expecting: nil, reviewer: "甲", at: time).version
    }

    func slip(on id: String, answerBy: Int? = nil) throws -> ReturnSlip {
        try SlipIssue(desk, catalog: catalog).slip(on: id, answerBy: answerBy, sealedBy: key)
    }
}
