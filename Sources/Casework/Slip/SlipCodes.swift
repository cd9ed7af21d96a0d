import Packaging
import QRCodes
import Registration
import Sealing

/// Makes the sealed codes on the pages of a printed slip.
struct SlipCodes {
    private let slip: ReturnSlip
    private let digest: ContentHash
    private let key: SigningKey
    private let issued: IssueDate

    /// Prepares to seal the pages of a slip.
    ///
    /// - Throws: ``SlipError`` if another key made the slip's own seal.
    init(_ slip: ReturnSlip, key: SigningKey) throws(SlipError) {
        guard slip.isSealed(by: key.verifyingKey),
            let issued = IssueDate(daysSince1970: slip.content.day)
        else { throw SlipError(.unsigned, "\(key.id)") }
        self.slip = slip
        self.key = key
        self.issued = issued
        digest = try slip.digest()
    }

    /// The text of the code of a page.
    func text(_ page: Int, of pages: Int) throws(SealError) -> String {
        let content = slip.content
        let payload = try SealPayload(
            place: SealPlace(.slip, page: page, pages: pages),
            caseID: content.revision == 1 ? nil : content.caseID,
            revision: content.revision,
            exam: content.exam,
            digest: digest,
            subject: content.person.commitment,
            issued: issued.daysSince1970,
            expires: SealTerm.lastDay(ofYear: content.exam.year, issued: issued)
        )
        return try SealText(sealing: payload, with: key).text
    }

    /// The modules on a side of the largest code that a page can have.
    func side() throws -> Int { try QRMatrix(encoding: text(0xFFFF, of: 0xFFFF)).side }
}
