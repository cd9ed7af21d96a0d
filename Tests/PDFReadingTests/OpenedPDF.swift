import PDFReading

/// What reading a file all through comes to: the code of the refusal, or nil.
func refusal(of bytes: [UInt8], limits: PDFLimits = PDFLimits()) -> String? {
    do throws(PDFReadingError) {
        try readAll(bytes, limits: limits)
        return nil
    } catch {
        return error.code.rawValue
    }
}

/// Reads all that can be read.
func readAll(_ bytes: [UInt8], limits: PDFLimits = PDFLimits()) throws(PDFReadingError) {
    let document = try PDFDocument(bytes: bytes, limits: limits)
    _ = try document.information()
    _ = try document.metadata()
    for attachment in try document.attachments() { _ = try document.bytes(of: attachment) }
    for index in 0..<document.pageCount {
        let page = try document.page(index)
        _ = page.text
        _ = try page.gray(pixelsPerPoint: 1)
        for image in page.images where !image.image.isJPEG {
            _ = try document.samples(of: image.image)
        }
    }
}
