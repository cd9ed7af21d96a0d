/// The two ends of a file: where it says that it is a PDF, and where its newest cross-references lie.
struct FileEnds {
    /// Where `%PDF-` stands.
    let origin: Int
    /// What follows it, such as 1.7.
    let version: String
    /// Where the first line ends.
    let headerEnd: Int
    /// What the last `startxref` says.
    let newestSection: Int
    /// Where the last `%%EOF` ends, with one end of a line.
    let end: Int

    init(_ bytes: PDFBytes) throws(PDFReadingError) {
        let mark = Array("%PDF-".utf8)
        let starts = 0..<max(0, min(1024, bytes.count - mark.count - 3))
        guard let origin = starts.first(where: { bytes.holds(mark, at: $0) }),
            let major = bytes[origin + 5].decimalDigit, bytes[origin + 6] == UInt8(ascii: "."),
            let minor = bytes[origin + 7].decimalDigit
        else { throw PDFReadingError(.noHeader, at: 0) }
        self.origin = origin
        version = "\(major).\(minor)"
        headerEnd = origin + 8
        let marker = Array("%%EOF".utf8)
        guard let last = Self.lastPlace(of: marker, in: bytes, before: bytes.count),
            let start = Self.lastPlace(of: Array("startxref".utf8), in: bytes, before: last)
        else { throw PDFReadingError(.noEnd, at: bytes.count) }
        var scanner = PDFScanner(bytes, start + 9..<last, limits: PDFLimits(), allowance: 0)
        scanner.skipSpace()
        guard let offset = scanner.unsigned(), offset < bytes.count else {
            throw PDFReadingError(.noEnd, at: start)
        }
        scanner.skipSpace()
        guard scanner.next == nil else { throw PDFReadingError(.noEnd, at: start) }
        newestSection = offset + origin
        var end = last + marker.count
        if end < bytes.count, bytes[end] == 0x0D { end += 1 }
        if end < bytes.count, bytes[end] == 0x0A { end += 1 }
        self.end = end
    }

    private static func lastPlace(of word: [UInt8], in bytes: PDFBytes, before end: Int) -> Int? {
        var place = end - word.count
        while place >= 0 {
            if bytes.holds(word, at: place) { return place }
            place -= 1
        }
        return nil
    }
}
