import CandidateFixtures
import PDFReading
import Testing

/// How each kind of picture can be found again in the PDF.
@Suite struct PictureKindsTests {
    static func image(_ picture: [UInt8], as name: String) async throws -> (PDFDocument, PDFImage) {
        let candidate = SmallCandidate(pictures: ["毕业证书/1.\(name)": picture])
        let dossier = try await PackedDossier(candidate)
        let document = try PDFDocument(bytes: dossier.pdf)
        let pages = try (0..<document.pageCount).map { try document.page($0) }
        return (document, try #require(pages.last { !$0.images.isEmpty }?.images.last?.image))
    }

    @Test func `a JPEG is the file`() async throws {
        let file = FlatJPEG.redAndBlue(orientation: 6)
        let (document, image) = try await Self.image(file, as: "jpg")
        #expect(image.isJPEG)
        #expect(try Array(document.bytes[image.range]) == file)
    }

    @Test func `a PNG with a palette keeps its data and its colours`() async throws {
        let png = RawPNG(
            width: 4,
            colourType: 3,
            bitDepth: 2,
            palette: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120],
            rows: [[0b00_01_10_11]]
        )
        let (document, image) = try await Self.image(png.bytes, as: "png")
        #expect(image.filters == ["FlateDecode"] && image.predictor == 15)
        #expect(image.colourSpace == "Indexed" && image.palette == png.palette)
        #expect(image.bits == 2)
        let samples = try document.samples(of: image)
        #expect(samples == [0b00_01_10_11])
        let stored = try document.bytes[image.range]
        #expect(png.bytes.indices.contains { png.bytes[$0...].starts(with: stored) })
    }

    @Test func `a PNG that can be seen through is laid on white and compressed anew`() async throws
    {
        let png = RawPNG(
            width: 3,
            colourType: 6,
            rows: [[9, 8, 7, 255, 9, 8, 7, 0, 0, 0, 0, 51]]
        )
        let (document, image) = try await Self.image(png.bytes, as: "png")
        #expect(image.predictor == 1 && !image.hasMask)
        let samples = try document.samples(of: image)
        // A fifth of black over white is 204.
        #expect(samples == [9, 8, 7, 255, 255, 255, 204, 204, 204])
    }
}
