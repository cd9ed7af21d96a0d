import FormLayout
import PageLayout
import QRCodes
import Registration
import Sealing

/// Makes what the pages of a template's forms bear, so that an office can tell which form in which version
/// it holds.
struct FormStamps {
    /// What the files of the forms are about.
    let subject: String
    private let template: FormTemplate
    private let sealing: FormSealing?
    private let alternative: String
    private let blankWords: String
    private let filledWords: String

    init(_ template: FormTemplate, _ style: FormStyle, _ sealing: FormSealing?) {
        let values = ["form": template.id, "version": "\(template.version)"]
        self.template = template
        self.sealing = sealing
        subject = style.text("subject", values)
        alternative = style.text("codeAlternative")
        blankWords = style.text("stampBlank", values)
        filledWords = style.text("stampFilled", values)
    }

    /// The stamp of a page, counted from 1, of a form whose answers have the hash.
    ///
    /// - Throws: `SealError` or `QRError` if the template's id or version is too long for a code.
    func stamp(
        _ page: Int,
        of pages: Int,
        _ hash: ContentHash,
        isBlank: Bool
    ) throws -> PageStamp {
        PageStamp(
            code: CodeModules(try QRMatrix(encoding: text(page, of: pages, hash))),
            alternative: alternative,
            words: isBlank ? blankWords : filledWords,
            check: isBlank ? "" : hash.prefix
        )
    }

    /// What the code of a page says.
    ///
    /// - Throws: `SealError` if the template's id or version is too long for a code.
    func text(_ page: Int, of pages: Int, _ hash: ContentHash) throws -> String {
        if let sealing { return try sealing.text(page, of: pages, hash) }
        return try FormCode(
            page: page,
            pages: pages,
            answers: hash,
            template: template.id,
            version: template.version
        ).text
    }
}
