/// A font cut down to the characters of one document, as a value ready to embed.
final class FontSubset {
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
    /// Whether it hardly ever is the same for two documents.
    let varies: Bool
    /// The name with its subset tag, "ABCDEF+NotoSerifCJKsc-Regular".
    let name: String
    let ascent: Int
    let descent: Int
    /// The glyphs by code.
    let entries: [Entry]
    /// The array of the widths that are not the default of 1000 (ISO 32000-1, 9.7.4.3).
    let widths: [UInt8]
    /// The map from codes to characters.
    let unicode: StreamBytes
    /// The code of each character.
    let codes: ScalarCodes
    /// The number in the program of each code's glyph, two bytes each; nil where they are the same.
    let glyphMap: StreamBytes?

    /// Cuts a font down to characters, each once; glyphs are numbered as they come.
    ///
    /// Where outlines are made of others they cannot be, but codes are all the same if that is asked for.
    init(
        of face: FontFace,
        scalars: [Unicode.Scalar],
        deflater: Deflater,
        effort: Deflater.Effort,
        keepsOrder: Bool = false
    ) throws(PDFError) {
        var glyphs: [UInt32] = []
        var firsts: [Unicode.Scalar] = []
        var places: [UInt32: Int] = [:]
        places.reserveCapacity(scalars.count)
        var placeOf: [Int] = []
        var borrowed: [Bool] = []
        for scalar in scalars {
            guard let glyph = face.glyph(of: scalar) else { throw PDFError(missing: scalar) }
            let place = places[glyph]
            if place == nil {
                places[glyph] = glyphs.count
                glyphs.append(glyph)
                firsts.append(scalar)
            }
            placeOf.append(place ?? glyphs.count - 1)
            borrowed.append(place != nil)
        }
        var (program, numbers) = try Self.program(
            of: face,
            glyphs: glyphs,
            isQuick: effort == .least
        )
        let order = Array(1...max(glyphs.count, 1))
        var map: [UInt8]?
        if keepsOrder, numbers != order {
            guard !face.isCFF else { throw PDFError(.fontUnusable, face.location.path) }
            map = [0, 0]
            for number in numbers { map?.append(number: number) }
            numbers = order
        }
        glyphMap = map.map { StreamBytes($0, deflater, effort) }
        var entries: [Entry] = []
        entries.reserveCapacity(glyphs.count)
        for place in glyphs.indices {
            guard let code = UInt16(exactly: numbers[place]) else {
                throw PDFError(.fontUnusable, face.location.path)
            }
            let width = face.advance(of: firsts[place])
            entries.append(Entry(code: code, scalar: firsts[place], width: width))
        }
        codes = ScalarCodes(scalars, codes: placeOf.map { entries[$0].code }, borrowed: borrowed)
        entries.sort { $0.code < $1.code }
        let deflated = program.deflated ?? deflater.deflated(program.plain, effort)
        self.program = StreamBytes(plain: program.plain, deflated: deflated)
        isCFF = face.isCFF
        varies = effort == .least
        name = Self.tag(of: glyphs) + "+" + face.postScriptName
        ascent = face.ascent
        descent = face.descent
        self.entries = entries
        widths = Self.widths(entries)
        unicode = StreamBytes(ToUnicodeMap(entries).bytes, deflater, effort)
    }

    /// The width of what a code shows.
    func width(of code: UInt16) -> Int {
        let place = Int(code) - 1
        guard entries.indices.contains(place), entries[place].code == code else {
            return entries.first { $0.code == code }?.width ?? 1000
        }
        return entries[place].width
    }

    /// Neighbours stand together.
    private static func widths(_ entries: [Entry]) -> [UInt8] {
        var text = ObjectText()
        var next: Int?
        text.add("[")
        for entry in entries where entry.width != 1000 {
            if Int(entry.code) != next {
                if next != nil { text.add("]") }
                text.add(Int(entry.code))
                text.add("[")
            }
            text.add(entry.width)
            next = Int(entry.code) + 1
        }
        text.add(next == nil ? "]" : "]]")
        return text.bytes
    }

    /// A program with these glyphs, and the number of each in it.
    private static func program(
        of face: FontFace,
        glyphs: [UInt32],
        isQuick: Bool
    ) throws(PDFError) -> (FontProgram, numbers: [Int]) {
        if let program = try face.glyphs().program(of: glyphs, isQuick: isQuick) {
            return (program, Array(1...max(glyphs.count, 1)))
        }
        let subset = try HarfBuzzSubset(of: face, glyphs: glyphs)
        var numbers: [Int] = []
        for glyph in glyphs { numbers.append(subset.number(of: glyph)) }
        return (FontProgram(plain: subset.program.bytes), numbers)
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
