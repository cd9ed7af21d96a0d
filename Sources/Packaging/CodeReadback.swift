import Archiving
import CodeReading
import PDFReading

/// Reads the codes of a PDF back from what it draws, before anybody else has to.
package struct CodeReadback {
    /// What each page's code shall say; nil where a page has none.
    package let texts: [String?]
    /// What to call the PDF in an error.
    package var name = "dossier.pdf"

    /// States what shall be read.
    package init(texts: [String?], name: String = "dossier.pdf") {
        self.texts = texts
        self.name = name
    }

    /// Compares what the pages of a written PDF draw with what was meant.
    ///
    /// - Throws: `PackagingError` of code `codeUnreadable` that names the first page whose code does not
    ///   read, or says something else.
    package func check(_ path: String) throws(PackagingError) {
        guard let file = try? FileRange(path: path),
            let bytes = try? PDFBytes(duplicating: file.descriptor, count: file.count)
        else { throw PackagingError(.codeUnreadable, name) }
        try check(bytes)
    }

    /// The same for a PDF in memory.
    func check(_ bytes: [UInt8]) throws(PackagingError) { try check(PDFBytes(bytes)) }

    private func check(_ bytes: PDFBytes) throws(PackagingError) {
        // The file is our own: what keeps strangers' files small need not keep this one so.
        var limits = PDFLimits()
        let many = 1 << 32
        (limits.fileBytes, limits.totalBytes, limits.totalOperators) = (many, many, many)
        (limits.objects, limits.values, limits.pages) = (many, many, many)
        guard let document = try? PDFDocument(bytes, limits: limits) else {
            throw PackagingError(.codeUnreadable, name)
        }
        let reader = DrawnCodeReader()
        for (number, text) in texts.enumerated() {
            guard let page = try? document.page(number),
                reader.codes(on: page) == [text].compactMap(\.self)
            else {
                throw PackagingError(.codeUnreadable, name, reason: "page \(number + 1)")
            }
        }
    }
}
