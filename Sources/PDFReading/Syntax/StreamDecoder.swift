/// Gives streams' bytes as they are meant, and keeps count of how many it gave.
final class StreamDecoder {
    private let bytes: PDFBytes
    private let inflater: Inflater
    private let limits: PDFLimits
    private var left: Int

    init(_ bytes: PDFBytes, limits: PDFLimits) throws(PDFReadingError) {
        self.bytes = bytes
        self.limits = limits
        inflater = try Inflater()
        left = limits.totalBytes
    }

    /// The bytes of a stream without its filters: none, or FlateDecode.
    ///
    /// - Parameters:
    ///   - range: Where the stream's bytes lie in the file.
    ///   - filters: Its filters in the order of decoding.
    ///   - ownLimit: The most bytes, for a stream that does not count among the others.
    /// - Throws: `badData`, `unknownFilter` or `overLimit`.
    /// - Returns: The bytes, of which at most the limit were ever in memory.
    func decoded(
        _ range: Range<Int>,
        _ filters: [StreamFilter],
        ownLimit: Int? = nil
    ) throws(PDFReadingError) -> [UInt8] {
        let limit = ownLimit ?? min(limits.streamBytes, left)
        let output: [UInt8]
        if let filter = filters.first {
            guard filters.count == 1, filter.name == "FlateDecode" || filter.name == "Fl" else {
                throw PDFReadingError(.unknownFilter, at: range.lowerBound)
            }
            let packed = try inflater.inflated(
                bytes[range],
                at: range.lowerBound,
                limit: limit
            )
            output = try filter.withoutPredictor(packed, at: range.lowerBound)
            if ownLimit == nil { left -= packed.count }
        } else {
            guard range.count <= limit else {
                throw PDFReadingError(.overLimit, at: range.lowerBound)
            }
            output = Array(try bytes[range])
            if ownLimit == nil { left -= range.count }
        }
        return output
    }
}
