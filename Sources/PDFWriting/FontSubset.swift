/// A font cut down to the characters of one document, as a value ready to embed.
struct FontSubset {
    /// A glyph as a PDF shows it.
    struct Entry {
        /// The two-byte code that shows it.
        let code: UInt16
        /// The character that it stands for when text is extracted.
        let scalar: Unicode.Scalar
        /// The advance width in thousandths of the type size.
        let width: Int
    }

    /// The font program: a bare CFF table, or a TrueType file.
    let program: StreamBytes
    let isCFF: Bool
    /// The name with its subset tag, "ABCDEF+NotoSerifCJKsc-Regular".
    let name: String
    let ascent: Int
    let descent: Int
    /// The glyphs by code.
    let entries: [Entry]
    /// The map from codes to characters.
    let unicode: StreamBytes
    /// The code of each character.
    let codes: [Unicode.Scalar: UInt16]
    /// Characters whose glyph is another character's too, which its code stands for.
    let borrowers: Set<Unicode.Scalar>

    /// Cuts a font down; glyphs are numbered in the order of their first characters.
    init(
        of face: FontFace,
        scalars: [Unicode.Scalar],
        deflater: Deflater,
        effort: Deflater.Effort
    ) throws(PDFError) {
        var firsts: [UInt32: Unicode.Scalar] = [:]
        var glyphs: [UInt32] = []
        var glyphOf: [Unicode.Scalar: UInt32] = [:]
        var borrowers: Set<Unicode.Scalar> = []
        for scalar in scalars {
            guard let glyph = face.glyph(of: scalar) else { throw PDFError(missing: scalar) }
            glyphOf[scalar] = glyph
            if firsts[glyph] == nil {
                firsts[glyph] = scalar
                glyphs.append(glyph)
            } else {
                borrowers.insert(scalar)
            }
        }
        let (program, numbers) = try Self.program(of: face, glyphs: glyphs)
        var entries: [Entry] = []
        var codeOf: [UInt32: UInt16] = [:]
        for (glyph, number) in zip(glyphs, numbers) {
            guard let code = UInt16(exactly: number), let scalar = firsts[glyph] else {
                throw PDFError(.fontUnusable, face.location.path)
            }
            codeOf[glyph] = code
            entries.append(Entry(code: code, scalar: scalar, width: face.advance(of: glyph)))
        }
        entries.sort { $0.code < $1.code }
        self.program = StreamBytes(program, deflater, effort)
        isCFF = face.isCFF
        name = Self.tag(of: glyphs) + "+" + face.postScriptName
        ascent = face.ascent
        descent = face.descent
        self.entries = entries
        unicode = StreamBytes(ToUnicodeMap(entries).bytes, deflater, effort)
        codes = glyphOf.compactMapValues { codeOf[$0] }
        self.borrowers = borrowers
    }

    /// The width of what a code shows.
    func width(of code: UInt16) -> Int {
        let place = Int(code) - 1
        guard entries.indices.contains(place), entries[place].code == code else {
            return entries.first { $0.code == code }?.width ?? 1000
        }
        return entries[place].width
    }

    /// A program with these glyphs, and the number of each in it.
    private static func program(
        of face: FontFace,
        glyphs: [UInt32]
    ) throws(PDFError) -> ([UInt8], numbers: [Int]) {
        if let program = try face.glyphs().program(of: glyphs) {
            return (program, Array(1...max(glyphs.count, 1)))
        }
        let subset = try HarfBuzzSubset(of: face, glyphs: glyphs)
        var numbers: [Int] = []
        for glyph in glyphs { numbers.append(subset.number(of: glyph)) }
        return (subset.program.bytes, numbers)
    }

    /// Six capitals from the glyphs' numbers (FNV-1a), so that equal subsets have equal names.
    private static func tag(of glyphs: [UInt32]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for glyph in glyphs {
            for shift: UInt32 in [0, 8, 16, 24] {
                hash = (hash ^ UInt64(glyph >> shift & 255)) &* 0x100_0000_01B3
            }
        }
        var letters: [UInt8] = []
        for _ in 0..<6 {
            letters.append(UInt8(ascii: "A") + UInt8(hash % 26))
            hash /= 26
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
