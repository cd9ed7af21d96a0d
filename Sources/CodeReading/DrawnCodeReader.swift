public import PDFReading
import QRCodes

/// Reads the QR code that a page of a PDF draws, from what is drawn and not from what was meant.
public struct DrawnCodeReader: Sendable {
    /// Pixels along the side of a code with its surroundings: five and more for each module of ours.
    private static let side = 400.0
    /// Fewer rectangles than the least code's rows make no code.
    private static let leastRuns = 21

    /// Makes a reader.
    public init() {}

    /// Reads the codes of a page that are drawn as rectangles, largest first.
    ///
    /// - Parameter page: The page.
    /// - Returns: Their texts; a code that does not read is none.
    public func codes(on page: PDFPage) -> [String] {
        page.shapes.filter { $0.kind == .fill && $0.path.ends.count >= Self.leastRuns }
            .sorted { $0.path.ends.count > $1.path.ends.count }
            .prefix(4).compactMap { shape in shape.box.flatMap { code(in: $0, on: page) } }
    }

    private func code(in box: PDFRectangle, on page: PDFPage) -> String? {
        // Four modules of a small code are a seventh of its side: whatever lies there is drawn too.
        let margin = max(box.width, box.height) / 6
        let region = PDFRectangle(
            PDFPoint(box.minX - margin, box.minY - margin),
            PDFPoint(box.maxX + margin, box.maxY + margin)
        )
        guard max(region.width, region.height) > 1,
            let raster = try? page.gray(
                region: region,
                pixelsPerPoint: Self.side / max(region.width, region.height)
            ),
            let plane = try? LumaPlane(
                width: raster.width,
                height: raster.height,
                bytes: raster.bytes
            )
        else { return nil }
        return try? QRReader(limit: 4).read(plane).lazy.compactMap(\.text).first
    }
}
