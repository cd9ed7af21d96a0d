import Archiving
import CodeReading
import PDFReading

/// Reads the codes of a PDF back from what it draws, before anybody else has to.
struct CodeReadback {
    /// What each page's code shall say.
    let texts: [String]

    /// Compares what the pages of a written PDF draw with what was meant.
    ///
    /// - Throws: `PackagingError` of code `codeUnreadable` that names the first page whose code does not
    ///   read, or says something else.
    func check(_ path: String) throws(PackagingError) {
        var limits = PDFLimits()
        limits.fileBytes = 1 << 30
        guard let file = try? FileRange(path: path),
            let bytes = try? PDFBytes(duplicating: file.descriptor, count: file.count),
            let document = try? PDFDocument(bytes, limits: limits)
        else { throw PackagingError(.codeUnreadable, "dossier.pdf") }
        let reader = DrawnCodeReader()
        for (number, text) in texts.enumerated() {
            guard let page = try? document.page(number), reader.codes(on: page) == [text] else {
                throw PackagingError(.codeUnreadable, "dossier.pdf", reason: "page \(number)")
            }
        }
    }
}
