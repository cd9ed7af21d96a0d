import Imaging
import PDFWriting
import Registration
import Review

/// What stands in the document for a picture.
struct SubmissionFile: Sendable {
    /// What is drawn.
    var drawn: PDFPicture
    /// Width and height as stored.
    var size: PixelSize
    /// The quality of a JPEG, if it was coded anew.
    var quality: Int?
    /// What was done to the picture; empty for the candidate's own bytes.
    var steps: [RepairStep] = []

    /// The bytes that it takes in the document.
    var count: Int {
        var count = drawn.source.count
        // A palette is written as hexadecimal digits.
        if case .indexed(let palette) = drawn.colours { count += 2 * palette.count }
        return count
    }

    /// The candidate's own bytes.
    init(_ picture: SubmissionPicture) {
        drawn = picture.filed.pdfPicture
        size = PixelSize(width: picture.facts.width, height: picture.facts.height)
        quality = picture.facts.metadata.quality?.value
    }

    /// What was made of them.
    ///
    /// - Throws: `PackagingError` if it is no sound picture after all.
    init(_ reduced: ReducedPicture, of picture: SubmissionPicture) throws(PackagingError) {
        let (facts, png) = PictureInspector().read(reduced.bytes.span, hash: picture.facts.hash)
        guard facts.damage == nil, facts.format == reduced.format else {
            throw PackagingError(.fileUnreadable, picture.path, reason: "it cannot be coded anew")
        }
        size = reduced.size
        quality = facts.metadata.quality?.value
        steps = reduced.steps
        drawn = PDFPicture(
            coding: .jpeg,
            width: size.width,
            height: size.height,
            colours: reduced.isGray ? .gray : .rgb,
            source: .bytes(reduced.bytes),
            name: picture.filed.archivePath
        )
        guard let png else { return }
        drawn.coding = .pngData
        drawn.bits = png.bitDepth
        drawn.colours = png.pdfColours
        drawn.source = .bytes(png.imageData.flatMap { reduced.bytes[$0] })
    }
}
