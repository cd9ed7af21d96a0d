import Imaging
import PDFWriting
import Registration
import Review

extension FiledPicture {
    /// The picture as the PDF takes it: its own bytes wherever PDF can carry them.
    var pdfPicture: PDFPicture {
        let facts = intake.picture.facts
        let location = intake.location
        guard facts.format == .png, let png = intake.png else {
            return PDFPicture(
                coding: .jpeg,
                width: facts.width,
                height: facts.height,
                colours: facts.colour == .gray ? .gray : .rgb,
                source: .file(path: location, parts: [0..<facts.size.rawValue]),
                name: archivePath
            )
        }
        guard png.isPlain else { return flattened }
        return PDFPicture(
            coding: .pngData,
            width: png.width,
            height: png.height,
            bits: png.bitDepth,
            colours: png.pdfColours,
            source: .file(path: location, parts: png.imageData),
            name: archivePath
        )
    }

    /// Transparency, 16 bits, interlacing and junk behind the data have no place in the PDF: the pixels
    /// are decoded again when they are written, so that they are in memory only then.
    private var flattened: PDFPicture {
        let facts = intake.picture.facts
        let (location, name) = (intake.location, archivePath)
        let isGray = facts.colour == .gray || facts.colour == .grayAlpha
        let channels = isGray ? 1 : 3
        return PDFPicture(
            coding: .samples,
            width: facts.width,
            height: facts.height,
            colours: isGray ? .gray : .rgb,
            source: .made(count: facts.width * facts.height * channels) {
                let bytes = try FileBytes.read(location, as: name)
                return try PNGDecoder.flatten(bytes.span).samples
            },
            name: name
        )
    }
}

extension PNGLayout {
    /// The colours as a PDF knows them.
    var pdfColours: PDFPicture.Colours {
        switch colourType {
        case 0: .gray
        case 3: .indexed(palette: palette)
        default: .rgb
        }
    }
}
