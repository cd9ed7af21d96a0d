import CandidateFixtures
import Packaging
import Registration
import TemplateCatalog

/// Makes PDFs to upload as the command does, for the area that takes one.
struct SubmissionRun {
    let home: TemporaryFolder
    let catalog: TemplateCatalog

    init() throws {
        home = try TemporaryFolder()
        catalog = try OnePDFArea.catalog(in: home)
    }

    static var anyDay: IssueDate { PackRun.anyDay.date }

    func outcome(
        _ folder: String,
        to name: String = "out.pdf",
        limit: Int?,
        allowsFindings: Bool = true,
        replaces: Bool = true,
        jobs: Int = 2
    ) async throws -> SubmissionPacker.Outcome {
        let review = try await FolderReview(
            at: folder,
            catalog: catalog,
            day: Self.anyDay,
            jobs: 2
        )
        let options = SubmissionOptions(
            date: Self.anyDay,
            limit: limit.map { ByteCount($0) },
            allowsFindings: allowsFindings,
            replaces: replaces,
            toolVersion: "0.0.1",
            jobs: jobs
        )
        return try await SubmissionPacker(
            resources: PackResources(catalog),
            options: options,
            fonts: PackRun.fonts
        ).pack(review, to: home.path(name))
    }

    /// Makes a document; that it cannot be made is an error.
    @discardableResult
    func make(
        _ folder: String,
        to name: String = "out.pdf",
        limit: Int? = nil,
        jobs: Int = 2
    ) async throws -> SubmissionReport {
        let outcome = try await outcome(folder, to: name, limit: limit, jobs: jobs)
        guard case .made(let report) = outcome else { throw NotMade() }
        return report
    }

    struct NotMade: Error {}
}
