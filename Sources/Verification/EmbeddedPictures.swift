import PDFReading
import Registration
import Sealing

/// The pictures that a manifest names for each page, compared with what the pages hold.
struct EmbeddedPictures {
    /// How a picture lies in the PDF.
    private enum Coding {
        /// Its stored bytes, and its palette if it has one, have this hash: a JPEG file, or a PNG's data.
        case stored
        /// Its samples have it.
        case samples
    }

    private struct Expected {
        var coding: Coding
        var hash: String
        var file: String
    }

    /// Each picture by its place among all; nil for one that is not in the PDF.
    private var pictures: [Expected?] = []
    private var known: Set<String> = []

    init(_ manifest: CheckedManifest) {
        for material in manifest.value["materials"]?.array ?? [] {
            for picture in material["pictures"]?.array ?? [] {
                guard picture["embedded"]?.bool == true else {
                    pictures.append(nil)
                    continue
                }
                let embedding = picture["embedding"]
                let expected = Expected(
                    coding: embedding?["coding"] == "samples" ? .samples : .stored,
                    hash: (embedding?["sha256"] ?? picture["sha256"])?.string ?? "",
                    file: picture["path"]?.string ?? ""
                )
                pictures.append(expected)
                known.insert(expected.hash)
            }
        }
    }

    /// Every picture of the page is one that the manifest names for it, and all that it names are there.
    func check(
        _ page: PDFPage,
        _ sheet: ListedVolume.Sheet,
        of document: PDFDocument,
        into report: inout VerificationReport
    ) throws(PDFReadingError) {
        let expected = sheet.pictures.compactMap {
            pictures.indices.contains($0) ? pictures[$0] : nil
        }
        let wanted = Set(expected.map(\.hash))
        var found: Set<String> = []
        for placed in page.images {
            let hash = try hash(of: placed.image, in: document)
            // Such as /Decode, by which the same bytes show something else.
            if !wanted.contains(hash) || !placed.image.otherEntries.isEmpty {
                report.add(.integrity, "pdf.picture-foreign", .failed, page: sheet.number)
            }
            found.insert(hash)
        }
        for picture in expected where !found.contains(picture.hash) {
            report.add(
                .integrity,
                "pdf.picture-missing",
                .failed,
                file: picture.file,
                page: sheet.number
            )
        }
    }

    private func hash(
        of image: PDFImage,
        in document: PDFDocument
    ) throws(PDFReadingError) -> String {
        var hasher = ContentHasher()
        try document.bytes.read(image.range) { hasher.update($0.bytes) }
        hasher.update(image.palette ?? [])
        let stored = hasher.hash.hex
        guard !known.contains(stored), !image.isJPEG else { return stored }
        // Flattened pictures are told by their samples; on the cover, the portrait may be one.
        return ContentHash.of(try document.samples(of: image)).hex
    }
}
