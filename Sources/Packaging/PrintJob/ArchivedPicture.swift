import Imaging
package import PDFWriting
import Registration
package import Sealing

/// A picture in an archive, as its manifest tells of it.
package struct ArchivedPicture: Sendable {
    /// Where it lies in the bag.
    let path: String
    let hash: ContentHash
    let format: PictureFormat
    /// Whether the PDF holds the data of a PNG as they are.
    let isPlain: Bool

    /// Reads what a manifest says; nil for a picture of which an archive has no file.
    package init?(_ value: JSONValue) {
        guard let path = value["path"]?.string,
            let hash = value["sha256"]?.string.flatMap(ContentHash.init(hex:)),
            let format = value["type"]?.string.flatMap(PictureFormat.init(rawValue:))
        else { return nil }
        (self.path, self.hash, self.format) = (path, hash, format)
        let coding = value["embedding"]?["coding"]?.string
        isPlain = coding == PNGEmbedding.Coding.imageData.rawValue
    }

    /// The picture as a PDF takes it: its bytes, which must be the ones that the manifest names.
    ///
    /// - Throws: `PackagingError`, `ArchiveError` or `ImagingError` if it is not there, or another.
    package func pdfPicture(from archive: borrowing OpenedArchive) throws -> PDFPicture {
        let bytes = try archive.bytes(of: path)
        guard ContentHash.of(bytes) == hash else { throw PackagingError(.archiveChanged, path) }
        return format == .png ? try png(bytes) : try jpeg(bytes)
    }

    private func jpeg(_ bytes: [UInt8]) throws -> PDFPicture {
        let layout = try JPEGLayout(reading: bytes.span)
        return PDFPicture(
            coding: .jpeg,
            width: layout.width,
            height: layout.height,
            colours: layout.isGray ? .gray : .rgb,
            source: .bytes(bytes),
            name: path
        )
    }

    private func png(_ bytes: [UInt8]) throws -> PDFPicture {
        let layout = try PNGLayout(reading: bytes.span)
        guard isPlain else {
            let flat = try PNGDecoder.flatten(bytes.span)
            return PDFPicture(
                coding: .samples,
                width: flat.width,
                height: flat.height,
                colours: flat.channels == 1 ? .gray : .rgb,
                source: .bytes(flat.samples),
                name: path
            )
        }
        return PDFPicture(
            coding: .pngData,
            width: layout.width,
            height: layout.height,
            bits: layout.bitDepth,
            colours: layout.pdfColours,
            source: .bytes(layout.imageData.flatMap { bytes[$0] }),
            name: path
        )
    }
}
