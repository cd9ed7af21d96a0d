/// A drawn region: one byte of gray a pixel, row by row from above, without padding.
public struct PDFRaster: Hashable, Sendable {
    /// The number of columns.
    public let width: Int
    /// The number of rows.
    public let height: Int
    /// The pixels, 0 for black.
    public let bytes: [UInt8]
}

extension PDFPage {
    /// Draws the page as it lies in its own space, without its turn: fills and lines as they are, pictures
    /// and letters as boxes of middle gray.
    ///
    /// - Parameters:
    ///   - region: What to draw, in points; nil for the sheet.
    ///   - scale: How many pixels a point has; 200 dots an inch are 200 / 72.
    /// - Throws: `overLimit` if that has too many pixels or takes too long to draw.
    /// - Returns: The pixels, the uppermost row first.
    public func gray(
        region: PDFRectangle? = nil,
        pixelsPerPoint scale: Double
    ) throws(PDFReadingError) -> PDFRaster {
        let region = region ?? mediaBox
        let (width, height) = (region.width * scale, region.height * scale)
        guard scale > 0, width.isFinite, height.isFinite, width >= 1, height >= 1,
            width.rounded(.up) * height.rounded(.up) <= Double(limits.pixels)
        else { throw PDFReadingError(.overLimit, at: 0) }
        var filler = PolygonFiller(
            width: Int(width.rounded(.up)),
            height: Int(height.rounded(.up)),
            region: region,
            scale: scale,
            allowance: limits.painted
        )
        for shape in shapes {
            guard let box = shape.box, box.overlaps(region) else { continue }
            try filler.fill(shape)
        }
        return PDFRaster(width: filler.width, height: filler.height, bytes: filler.pixels)
    }
}
