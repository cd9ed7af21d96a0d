import QRCodes
import Registration
import Review
public import Sealing
public import TemplateCatalog

/// What makes the codes of a form seals: the office's key, the candidate and the exam.
public struct FormSealing: Sendable {
    /// The key's id.
    let keyID: KeyID
    private let key: SigningKey
    private let exam: SealPayload.Exam
    private let subject: SubjectCommitment
    private let issued: Int
    private let expires: Int

    /// Prepares to seal forms of the candidate whose folder was reviewed.
    ///
    /// The commitment to the person is that of the dossier made of the same pictures.
    ///
    /// - Parameters:
    ///   - review: The candidate's folder; without pictures nothing keeps the commitment from being tried
    ///     out.
    ///   - key: The office's key.
    ///   - date: The day of issue.
    ///   - catalog: Where the numbers of categories are found.
    /// - Throws: `PackagingError` of code `nothingToCommitWith` for a folder without pictures or person;
    ///   `CatalogError` or `SealError`.
    public init(
        _ review: FolderReview,
        key: SigningKey,
        date: IssueDate,
        catalog: TemplateCatalog
    ) throws {
        let pictures = review.allPictures.map(\.picture.facts.hash)
        guard !pictures.isEmpty, review.file.candidate.openKeys.isEmpty else {
            throw PackagingError(.nothingToCommitWith, review.folder.path)
        }
        self.key = key
        keyID = key.id
        subject = try SubjectCommitment(
            review.file.candidate,
            salt: SubjectSalt(pictures: pictures)
        )
        exam = SealPayload.Exam(
            area: Int(review.area.region) ?? 0,
            year: review.area.year,
            category: try catalog.examCodes().category(of: review.file.candidate.profile)
        )
        issued = date.daysSince1970
        expires = SealTerm.lastDay(for: review.area, issued: date)
    }

    /// The text of the code of a page.
    func text(_ page: Int, of pages: Int, _ answers: ContentHash) throws -> String {
        let payload = try SealPayload(
            place: SealPlace(.form, page: page, pages: pages),
            caseID: nil,
            revision: 1,
            exam: exam,
            digest: answers,
            subject: subject,
            issued: issued,
            expires: expires
        )
        return try SealText(sealing: payload, with: key).text
    }

    /// The modules on a side of the largest code that a page can have.
    func codeSide() throws -> Int {
        try QRMatrix(encoding: text(0xFFFF, of: 0xFFFF, .of([]))).side
    }
}
