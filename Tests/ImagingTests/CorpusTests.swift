import Imaging
import Registration
import Testing

/// Every row of the corpora gets a verdict, and the verdict is the expected one, or the difference
/// is listed here with its reason.
struct CorpusTests {
    /// Where we conclude otherwise than the corpus, and why.
    static let disagreements: [String: String] = [
        "jd-mjpeg.jpg": "no Huffman tables in the file: readers of a PDF have none to fall back on",
        "jd-partial_progressive.jpg": "scans contradict each other, the chroma is never completed",
        "jd-progressive-missing-ac.jpg": "only half of the DC bits are there: an early cut",
        "media3-non-motion-photo-shortened.jpg": "shortened by its makers within the scan",
        "media3-pixel-motion-photo-shortened.jpg": "shortened by its makers within the scan",
        "ultrahdr.jpg": "ends right behind the scan header, no second picture is left",
        "pil-unknown_compression_method.png": "a wrong checksum: Pillow refuses the file, too",
        "pil-png_decompression_dos.png": "text is never inflated here, so it does no harm",
    ]

    @Test(
        .enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"),
        arguments: [
            ("jpeg-valid", 62), ("jpeg-broken", 59), ("jpeg-meta", 50), ("png-valid", 139),
            ("png-broken", 85), ("bombs", 14), ("wrong-ext", 14),
        ]
    )
    func `The verdict on each file is the expected one`(group: String, count: Int) throws {
        let corpus = try Corpus(group)
        #expect(corpus.rows.count == count)
        for row in corpus.rows {
            let facts = try facts(of: corpus.bytes(of: row.file))
            let expectation = try #require(Expectation(row), "no meaning given to \(row)")
            let agrees = expectation.isMet(by: facts)
            let isListed = Self.disagreements[row.file] != nil
            #expect(agrees != isListed, "\(row.file): \(row.expected) / \(facts)")
        }
    }
}
