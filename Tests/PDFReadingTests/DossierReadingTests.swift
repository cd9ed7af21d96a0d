import CandidateFixtures
import Foundation
import PDFReading
import Packaging
import QRCodes
import Testing

/// Reads a sample dossier, and compares with its archive and with other people's readers.
@Suite struct DossierReadingTests {
    let dossier: PackedDossier
    let document: PDFDocument

    init() async throws {
        dossier = try await PackedDossier(sample: "hunan-2026")
        document = try PDFDocument(bytes: dossier.pdf)
    }

    @Test func `it was written once, and its pages bear their numbers`() throws {
        #expect(document.facts.isWrittenOnce)
        #expect(document.facts.version == "1.7")
        #expect(document.pageCount == dossier.archive.pages)
        let pages = try (0..<document.pageCount).map { try document.page($0) }
        #expect(pages.map(\.label) == ["封面"] + (1..<pages.count).map { "\($0)" })
        #expect(pages.allSatisfy { $0.unfollowed.isEmpty && $0.rotation == 0 })
        let last = pages.count - 1
        for page in pages.dropFirst() {
            #expect(page.text.contains("第 \(page.index) 页，共 \(last) 页"))
            #expect(page.text.contains(dossier.archive.printedID))
        }
    }

    @Test func `the attached manifest is the archive's`() throws {
        let attachments = try document.attachments()
        let manifest = try #require(attachments.first { $0.name == "manifest.json" })
        #expect(manifest.isListed && manifest.isAssociated)
        let bytes = try document.bytes(of: manifest)
        #expect(bytes == dossier.files["data/manifest.json"])
    }

    /// After the cover's photograph, each picture stands in the order of the archive's paths.
    @Test func `pictures stand in it as the archive has them`() throws {
        let paths = dossier.files.keys.filter { $0.hasPrefix("data/materials/") }.sorted()
        let images = try (2..<document.pageCount).flatMap { try document.page($0).images }
        #expect(images.count == paths.count)
        #expect(images.allSatisfy { $0.image.otherEntries.isEmpty })
        for (path, placed) in zip(paths, images) {
            let stored = Array(dossier.pdf[placed.image.range])
            let file = try #require(dossier.files[path])
            if placed.image.isJPEG {
                #expect(stored == file)
            } else {
                #expect(path.hasSuffix(".png") && placed.image.predictor == 15)
                #expect(stored == Self.imageData(ofPNG: file))
            }
        }
    }

    /// The joined IDAT chunks.
    private static func imageData(ofPNG file: [UInt8]) -> [UInt8] {
        var (place, data) = (8, [UInt8]())
        while place + 12 <= file.count {
            let length = file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            if file[place + 4..<place + 8].elementsEqual("IDAT".utf8) {
                data += file[place + 8..<place + 8 + length]
            }
            place += 12 + length
        }
        return data
    }

    @Test(.enabled(if: OutsideTool.isInstalled("pdftotext"), "needs poppler-utils"))
    func `its letters are those that Poppler finds`() throws {
        let tool = try #require(OutsideTool("pdftotext"))
        try tool.run(["-raw", "-enc", "UTF-8", dossier.pdfPath, dossier.home.path("text")])
        let text = String(decoding: try dossier.home.bytes(of: "text"), as: UTF8.self)
        let theirs = text.split(separator: "\u{C}", omittingEmptySubsequences: false)
        #expect(theirs.count == document.pageCount + 1)
        func letters(_ text: some StringProtocol) -> [Character] {
            text.filter { !$0.isWhitespace }.sorted()
        }
        for index in 0..<document.pageCount {
            let ours = try document.page(index).text
            #expect(letters(ours) == letters(theirs[index]))
        }
    }

    @Test(
        .enabled(if: OutsideTool.isInstalled("pdftoppm"), "needs poppler-utils"),
        .enabled(if: OutsideTool.isInstalled("zbarimg"), "needs zbar-tools")
    )
    func `every page's code is read from the drawing as from a print`() throws {
        let (render, scan) = (try #require(OutsideTool("pdftoppm")), OutsideTool("zbarimg"))
        try render.run(["-r", "200", "-gray", dossier.pdfPath, dossier.home.path("page")])
        let prints = try dossier.home.names().filter { $0.hasSuffix(".pgm") }
        #expect(prints.count == document.pageCount)
        var codes: Set<String> = []
        for (index, print) in prints.enumerated() {
            let raster = try document.page(index).gray(pixelsPerPoint: 200 / 72)
            let plane = try LumaPlane(
                width: raster.width,
                height: raster.height,
                bytes: raster.bytes
            )
            let found = try QRReader().read(plane)
            let code = try #require(found.first?.text)
            #expect(found.count == 1)
            let theirs = try #require(scan).run(["-q", "--raw", dossier.home.path(print)])
            #expect(theirs.split(separator: "\n").contains(code[...]))
            codes.insert(code)
        }
        #expect(codes.count == document.pageCount)
    }

    @Test func `a region is the same part of the whole drawing`() throws {
        let page = try document.page(0)
        let whole = try page.gray(pixelsPerPoint: 2)
        // The upper left corner, whose pixels begin where the whole's do.
        let top = page.mediaBox.maxY
        let region = PDFRectangle(PDFPoint(0, top - 200), PDFPoint(150, top))
        let part = try page.gray(region: region, pixelsPerPoint: 2)
        #expect((part.width, part.height) == (300, 400))
        for row in 0..<part.height {
            let expected = whole.bytes[row * whole.width..<row * whole.width + part.width]
            let found = part.bytes[row * part.width..<(row + 1) * part.width]
            #expect(found.elementsEqual(expected))
        }
    }
}
