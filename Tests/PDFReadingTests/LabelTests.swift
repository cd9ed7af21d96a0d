import PDFReading
import Testing

@Suite struct LabelTests {
    /// As in the example of ISO 32000-1, 12.4.2, and with letters.
    @Test func `labels count in every style`() throws {
        let pages = (4..<16).map { "\($0) 0 R" }.joined(separator: " ")
        let raw = RawPDF(
            [
                """
                <</Type/Catalog/Pages 2 0 R/PageLabels<</Kids[<</Nums[0<</S/r/St 3>>3<</S/D>>]>>
                <</Nums[5<</S/D/P(A-)/St 8>>7<</S/A/St 26>>9<</S/R/St 1998>>11<</P<FEFF5C0191CC>>>]>>
                ]>>>>
                """,
                "<</Type/Pages/Kids[\(pages)]/Count 12/MediaBox[0 0 9 9]>>", "null",
            ] + Array(repeating: "<</Type/Page/Parent 2 0 R>>", count: 12)
        )
        let document = try PDFDocument(bytes: raw.bytes)
        let labels = try (0..<12).map { try document.page($0).label }
        #expect(
            labels == [
                "iii", "iv", "v", "1", "2", "A-8", "A-9", "Z", "AA", "MCMXCVIII", "MCMXCIX", "封里",
            ]
        )
    }

    @Test func `what a page does not state it has from above it`() throws {
        let raw = RawPDF([
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]/Rotate 450/CropBox[1 1 2 2]>>",
            "<</Type/Pages/Kids[4 0 R]/Count 1/Parent 2 0 R/MediaBox[5 6 3 4]>>",
            "<</Type/Page/Parent 3 0 R>>",
        ])
        let page = try PDFDocument(bytes: raw.bytes).page(0)
        #expect(page.mediaBox == PDFRectangle(PDFPoint(3, 4), PDFPoint(5, 6)))
        #expect(page.cropBox == PDFRectangle(PDFPoint(1, 1), PDFPoint(2, 2)))
        #expect(page.rotation == 90)
        #expect(page.label == nil)
    }
}
