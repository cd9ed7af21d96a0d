import Imaging
import Registration
import Testing

/// The measures on real pictures, at the thresholds that areas are given.
@Suite(.enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"))
struct ContentCorpusTests {
    private struct Sample {
        let file: String
        let expected: String
        let content: PictureContent
        let isStoredSideways: Bool

        func says(_ words: String...) -> Bool { words.contains { expected.contains($0) } }
    }

    /// Measured once: in a debug build that is what takes the time.
    private static let pages = Result {
        try ["doc-photo", "doc-rotated", "id-specimen"].flatMap { try samples($0) }
    }

    @Test func `No page is taken for blurred, dark, pale or blank`() throws {
        for sample in try Self.pages.get() {
            let content = sample.content
            #expect(content.sharpness ?? 1 >= 0.045, "\(sample.file)")
            #expect(content.brightness >= 60, "\(sample.file)")
            #expect(content.contrast >= 30, "\(sample.file)")
            #expect(content.busyTileCount > 0 || content.inkShare >= 0.006, "\(sample.file)")
        }
    }

    @Test func `Blurred pictures are told from sharp ones`() throws {
        for sample in try Self.samples("blur") {
            let sharpness = try #require(sample.content.sharpness, "\(sample.file)")
            if sample.says("sharp") { #expect(sharpness >= 0.12, "\(sample.file)") }
            if sample.says("level 4", "sigma 2") { #expect(sharpness < 0.12, "\(sample.file)") }
            if sample.says("motion", "defocus", "unreadable", "level 6", "sigma 4", "sigma 8") {
                #expect(sharpness < 0.045, "\(sample.file)")
            }
        }
    }

    /// `lept-lyra.005.jpg` is a title page of five sizes of letters around a large picture: -0.25.
    @Test func `Pages on their side are found, upright ones and those on their head are not`()
        throws
    {
        for sample in try Self.pages.get() {
            let direction = sample.content.textDirection
            let looksTurned = direction.balance <= -0.3 && direction.votes >= 6
            if sample.says("turned 90", "turned 270") || sample.isStoredSideways {
                #expect(looksTurned, "\(sample.file)")
            } else {
                #expect(!looksTurned, "\(sample.file)")
            }
        }
    }

    @Test func `White backgrounds pass, others do not`() throws {
        for sample in try Self.samples("portrait") {
            let share = try #require(sample.content.whiteBackgroundShare, "\(sample.file)")
            if sample.says("not white", "not plain white") {
                #expect(share < 0.8, "\(sample.file)")
            } else if sample.says("white") {
                #expect(share >= 0.95, "\(sample.file)")
            }
        }
    }

    private static func samples(_ group: String) throws -> [Sample] {
        let corpus = try Corpus(group)
        return try corpus.rows.map { row in
            let facts = try facts(of: corpus.bytes(of: row.file))
            return Sample(
                file: row.file,
                expected: row.expected,
                content: try #require(facts.content, "\(row.file)"),
                isStoredSideways: facts.orientation ?? 1 > 4
            )
        }
    }
}
