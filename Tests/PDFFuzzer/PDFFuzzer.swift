import PDFReading

/// What libFuzzer drives: bytes are read as a PDF, with limits that let many be tried in the same time.
enum PDFFuzzer {
    static let limits: PDFLimits = {
        var limits = PDFLimits()
        limits.streamBytes = 1 << 20
        limits.totalBytes = 4 << 20
        limits.sampleBytes = 4 << 20
        limits.operators = 100_000
        limits.totalOperators = 200_000
        limits.pages = 100
        limits.pixels = 4_000_000
        limits.painted = 20_000_000
        return limits
    }()

    /// Takes what begins as a PDF does for a file, and all else for pieces of one.
    static func file(from input: [UInt8]) -> [UInt8] {
        guard input.first != UInt8(ascii: "%") else { return input }
        return PiecedPDF(
            input.split(separator: PiecedPDF.separator, omittingEmptySubsequences: false)
        ).file
    }

    /// Reads all that can be read; refusing it is as good.
    static func read(_ bytes: [UInt8]) throws(PDFReadingError) {
        let document = try PDFDocument(bytes: bytes, limits: limits)
        precondition(document.facts.bytesBeforeHeader + document.facts.bytesAfterEnd <= bytes.count)
        _ = try? document.information()
        _ = try? document.metadata()
        for attachment in (try? document.attachments()) ?? [] {
            precondition(attachment.range.upperBound <= bytes.count)
            _ = try? document.bytes(of: attachment)
        }
        for index in 0..<document.pageCount {
            guard let page = try? document.page(index) else { continue }
            _ = page.text
            for placed in page.images {
                precondition(placed.image.range.upperBound <= bytes.count)
                _ = try? document.samples(of: placed.image)
            }
            if let raster = try? page.gray(pixelsPerPoint: 0.5) {
                precondition(raster.bytes.count == raster.width * raster.height)
            }
        }
    }
}

/// The function that libFuzzer calls with each input.
@c(LLVMFuzzerTestOneInput)
public func readInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    try? PDFFuzzer.read(PDFFuzzer.file(from: input))
    return 0
}
