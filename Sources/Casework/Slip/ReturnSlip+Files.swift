import Archiving
import PDFReading

extension ReturnSlip {
    /// The name under which a slip lies in its PDF.
    static let fileName = "slip.json"
    /// The most bytes of a PDF with a slip in it: its fonts are larger than the slip.
    private static let largestPDF = 32 << 20

    /// Reads a slip from a file: the JSON itself, or the printed page as a PDF with the JSON in it.
    ///
    /// - Parameter path: Where the file lies.
    /// - Throws: A ``SlipError`` that names what is wrong.
    public init(readingFileAt path: String) throws(SlipError) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let bytes: [UInt8]
        do throws(ArchiveError) {
            bytes = try WholeFile.read(path, limit: Self.largestPDF)
        } catch {
            let code: SlipError.Code = error.code == .tooLarge ? .tooLarge : .unreadable
            throw SlipError(code, name, reason: error.reason)
        }
        let isPDF = bytes.starts(with: "%PDF-".utf8)
        // An archive or a picture is named as what it is not, before its size is.
        guard isPDF || bytes.first == UInt8(ascii: "{") else { throw SlipError(.notJSON, name) }
        try self.init(parsing: isPDF ? Self.attached(to: bytes, named: name) : bytes)
    }

    private static func attached(
        to bytes: [UInt8],
        named name: String
    ) throws(SlipError) -> [UInt8] {
        do throws(PDFReadingError) {
            var limits = PDFLimits()
            limits.fileBytes = largestPDF
            let document = try PDFDocument(bytes: bytes, limits: limits)
            // Two files of one name are one too many: a viewer may show either.
            let files = try document.attachments().filter {
                $0.name == fileName || $0.plainName == fileName
            }
            guard files.count == 1, files[0].isListed else {
                throw PDFReadingError(.badObject, at: 0)
            }
            return try document.bytes(of: files[0])
        } catch {
            // That there is none, or none that can be read, is all that helps.
            throw SlipError(.notAttached, name)
        }
    }
}
