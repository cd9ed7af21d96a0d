import Imaging
import Registration
import Testing

struct PictureContentTests {
    @Test func `Sound pictures are measured, damaged ones are not`() throws {
        #expect(try facts(of: TinyJPEG.baseline).content != nil)
        #expect(try facts(of: TinyJPEG.progressive).content != nil)
        #expect(try facts(of: TinyPNG().bytes).content != nil)
        #expect(try facts(of: TinyJPEG.baseline.dropLast(30)).content == nil)
        #expect(try facts(of: TinyPNG(rows: [9]).bytes).content == nil)
    }

    @Test func `Values that are known by hand arrive in the facts`() throws {
        // Red, green, blue and (9, 8, 7), by the weights of BT.601: 76, 149, 29 and 8.
        let content = try #require(facts(of: TinyPNG().bytes).content)
        #expect(content.brightness == 149 + 1 || content.brightness == 149)
        #expect(content.sharpness == nil)
        #expect(content.whiteBackgroundShare == nil)
        #expect(content.flatBlockShare == 0)
    }

    /// libpng is the independent witness: it undoes filters, interlacing, palettes and alpha.
    @Test(.enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"))
    func `Each PNG of the corpus is measured as libpng shows it`() throws {
        let corpus = try Corpus("png-valid")
        var count = 0
        for row in corpus.rows {
            let bytes = try corpus.bytes(of: row.file)
            let facts = try facts(of: bytes)
            // Larger ones are reduced, and deeper ones are rounded otherwise.
            guard facts.damage == nil, max(facts.width, facts.height) <= 1066,
                facts.bitsPerSample <= 8
            else { continue }
            let pixels = try PNGDecoder.flatten(bytes.span)
            #expect(
                facts.content == PictureContent(measuring: pixels, isWhole: true),
                "\(row.file)"
            )
            count += 1
        }
        #expect(count > 90)
    }
}
