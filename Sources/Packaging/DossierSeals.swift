import PageLayout
import QRCodes
import Registration
import Review
import Sealing
import TemplateCatalog

/// Makes the codes of a dossier: plain hashes, or seals if there is a key.
struct DossierSeals {
    let area: Area
    let options: PackOptions
    let codes: ExamCodes

    /// The modules along the side of the largest code that any page can have, for keeping room; the seals
    /// of a first revision name no other.
    func largestCodeSide(isFirst: Bool) throws -> Int {
        try Self.largestCodeSide(
            isFirst: isFirst,
            year: area.year,
            issued: options.date,
            key: options.key
        )
    }

    /// The same for a dossier of an exam's year; all keys make seals of one length.
    static func largestCodeSide(
        isFirst: Bool,
        year: Int,
        issued: IssueDate,
        key: SigningKey?
    ) throws -> Int {
        let nothing = ContentHash.of([UInt8]())
        let subject = SubjectCommitment(bytes: Array(repeating: 0xFF, count: 16))
        guard let key, let subject else {
            return try QRMatrix(
                encoding: PageCode(SealPlace(.page, page: 1, pages: 1), digest: nothing).text
            ).side
        }
        let last = 0xFFFF
        let payload = try SealPayload(
            place: SealPlace(.page, page: last, pages: last),
            caseID: isFirst ? nil : DossierID(manifest: nothing),
            revision: isFirst ? 1 : last,
            exam: SealPayload.Exam(area: 99, year: year, category: 999),
            digest: nothing,
            subject: subject,
            issued: issued.daysSince1970,
            expires: SealTerm.lastDay(ofYear: year, issued: issued)
        )
        return try QRMatrix(encoding: SealText(sealing: payload, with: key).text).side
    }

    /// The code of one page, drawn and with its words.
    func sheetCode(
        page: Int,
        of pages: Int,
        _ manifest: Manifest,
        _ review: FolderReview
    ) throws -> SheetCode {
        let place = try SealPlace(page == 0 ? .cover : .page, page: page, pages: pages)
        let text =
            if let key = options.key {
                try SealText(
                    sealing: payload(place, digest: manifest.hash, claims(manifest, review)),
                    with: key
                ).text
            } else {
                PageCode(place, digest: manifest.hash).text
            }
        return SheetCode(
            text: text,
            modules: CodeModules(try QRMatrix(encoding: text)),
            id: manifest.id.description,
            hashPrefix: manifest.hash.prefix,
            position: "\(page)/\(pages)"
        )
    }

    /// What stands in the PDF over all its other bytes, which have this hash.
    func documentSeal(
        _ digest: ContentHash,
        pages: Int,
        _ manifest: Manifest,
        _ review: FolderReview
    ) throws -> DocumentSeal {
        let place = try SealPlace(.document, page: 0, pages: pages)
        guard let key = options.key else {
            return try DocumentSeal(PageCode(place, digest: digest))
        }
        let payload = try payload(place, digest: digest, claims(manifest, review))
        return try DocumentSeal(SealText(sealing: payload, with: key))
    }

    /// The seal over manifest-sha256.txt, which covers every file of the payload; nil without a key.
    func archiveSeal(
        _ digest: ContentHash,
        _ manifest: Manifest,
        _ review: FolderReview
    ) throws -> SealText? {
        guard let key = options.key else { return nil }
        let payload = try payload(
            SealPlace(.archive, page: 0, pages: 0),
            digest: digest,
            claims(manifest, review)
        )
        return try SealText(sealing: payload, with: key)
    }

    /// What all seals of a dossier say alike.
    private struct Claims {
        var subject: SubjectCommitment
        var exam: SealPayload.Exam
        var caseID: DossierID?
        var revision: Int
    }

    private func claims(_ manifest: Manifest, _ review: FolderReview) -> Claims {
        Claims(
            subject: manifest.commitment,
            exam: SealPayload.Exam(
                area: Int(area.region) ?? 0,
                year: area.year,
                category: codes.category(of: review.file.candidate.profile)
            ),
            caseID: manifest.caseID,
            revision: manifest.revision
        )
    }

    private func payload(
        _ place: SealPlace,
        digest: ContentHash,
        _ claims: Claims
    ) throws -> SealPayload {
        try SealPayload(
            place: place,
            caseID: claims.caseID,
            revision: claims.revision,
            exam: claims.exam,
            digest: digest,
            subject: claims.subject,
            issued: options.date.daysSince1970,
            expires: SealTerm.lastDay(for: area, issued: options.date)
        )
    }
}
