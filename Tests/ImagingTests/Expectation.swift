import Registration

/// What the words of a corpus row mean in facts.
struct Expectation {
    enum Verdict {
        /// All pixels decode.
        case sound
        /// They do not, for whatever reason.
        case damaged
        /// Only this: the claim is too large.
        case overLimit
        /// A sound picture of a kind that a PDF cannot take, by our own rule.
        case unsupported
        /// The row asks for no crash, or says that both may happen.
        case either
    }

    let verdict: Verdict
    var format: PictureFormat?
    var orientation: Int?
    var hasTrailingBytes: Bool?

    /// CMYK: readable, and refused by rule.
    private static let unsupported: Set = [
        "go-video-001.cmyk.jpeg", "jd-ycck.jpg", "moz-jpg-cmyk-1.jpg",
    ]

    /// The beginning of a row's expectation; the longest that fits counts.
    private static let meanings: [(String, Verdict)] = [
        ("decodes", .sound), ("reference", .sound), ("valid", .sound), ("has ", .sound),
        ("no GPS", .sound), ("GPS ", .sound), ("orientation", .sound), ("multi-picture", .sound),
        ("motion photo", .sound), ("trailing", .sound), ("plain JPEG", .sound), ("72 dpi", .sound),
        ("XMP orientation", .sound), ("accept", .sound), ("ignore", .sound), ("flag", .sound),
        ("Pillow opens", .sound), ("Pillow decodes", .sound), ("APNG chunks wrong", .sound),
        ("corrupt", .damaged), ("incomplete", .damaged), ("reject", .damaged),
        ("damaged", .damaged), ("not a JPEG", .damaged), ("Go rejects", .damaged),
        ("Pillow rejects", .damaged), ("no crash; corrupt", .damaged),
        ("no crash; a real scanner file, most decoders read it", .sound),
        ("reject by a pixel limit", .overLimit), ("reject by a scan limit", .overLimit),
        ("reject: 2^31-1 pixels", .overLimit), ("decodes where arithmetic", .unsupported),
        ("valid lossless JPEG; unsupported", .unsupported),
        ("valid JPEG; a decoder without 12-bit", .unsupported), ("no crash", .either),
        ("warning", .either), ("accept or reject", .either), ("damaged: one bit", .either),
        ("real type", .either),
    ]

    private static let formats: [(String, PictureFormat)] = [
        ("AVIF", .avif), ("BMP", .bmp), ("GIF", .gif), ("HEIC", .heic), ("JPEG 2000", .jpeg2000),
        ("JPEG", .jpeg), ("PDF", .pdf), ("PNG", .png), ("SVG", .svg), ("JSON text", .unknown),
        ("TIFF", .tiff), ("WebP", .webp), ("ZIP", .zip),
    ]

    /// Nil if nobody has said yet what the row means.
    init?(_ row: Corpus.Row) {
        let meaning = Self.meanings.filter { row.expected.hasPrefix($0.0) }
            .max { $0.0.utf8.count < $1.0.utf8.count }
        guard let meaning else { return nil }
        verdict = Self.unsupported.contains(row.file) ? .unsupported : meaning.1
        if row.expected.hasPrefix("real type ") {
            let type = row.expected.dropFirst("real type ".count)
            format = Self.formats.first { type.hasPrefix($0.0) }?.1
        }
        for word in ["orientation ", "two EXIF segments ("] {
            guard let after = row.expected.split(separator: word, maxSplits: 1).dropFirst().last
            else { continue }
            orientation = Int(after.prefix { $0.isNumber })
        }
        if row.expected.contains("trailing") { hasTrailingBytes = true }
    }

    func isMet(by facts: PictureFacts) -> Bool {
        if let format, facts.format != format { return false }
        if let orientation, facts.orientation != orientation { return false }
        if let hasTrailingBytes, (facts.trailingBytes > 0) != hasTrailingBytes { return false }
        switch (verdict, facts.damage) {
        case (.either, _), (.sound, nil), (.overLimit, .overLimit), (.unsupported, .unsupported):
            return true
        case (.damaged, .some): return true
        default: return false
        }
    }
}
