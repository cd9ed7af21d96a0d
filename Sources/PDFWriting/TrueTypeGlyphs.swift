/// The glyphs of a font with TrueType outlines.
final class TrueTypeGlyphs: GlyphStore {
    private let tables: TrueTypeTables
    private var pieces: [UInt32: Piece] = [:]
    /// What outlines are compressed by where there is no time to look at all of them together.
    private lazy var code: Result<DeflateCode, PDFError> = sampledCode()

    /// A glyph as programs have it.
    private struct Piece {
        let glyph: TrueTypeTables.Glyph
        let sum: UInt32
        /// Compressed, once it was wanted so.
        var coded: BitString?

        init(_ glyph: TrueTypeTables.Glyph) {
            self.glyph = glyph
            sum = TrueTypeProgram.checksum(glyph.outline)
        }
    }

    init(_ face: FontFace) throws(PDFError) {
        tables = try TrueTypeTables(face)
        guard try tables.glyph(Int(Self.missing)) != nil else {
            throw PDFError(.fontUnusable, face.location.path)
        }
    }

    func program(of glyphs: [UInt32], isQuick: Bool) throws(PDFError) -> FontProgram? {
        var all: [Piece] = []
        all.reserveCapacity(glyphs.count + 1)
        for glyph in [Self.missing] + glyphs {
            guard let piece = try piece(of: glyph, isCoded: isQuick) else { return nil }
            all.append(piece)
        }
        let program = program(of: all)
        return FontProgram(
            plain: program.bytes,
            deflated: isQuick ? try deflated(program, all.compactMap(\.coded)) : nil
        )
    }

    private func deflated(
        _ program: TrueTypeProgram,
        _ outlines: [BitString]
    ) throws(PDFError) -> [UInt8] {
        let code = try code.get()
        let before = code.coded(briefly: program.bytes[..<program.glyf.lowerBound])
        let after = code.coded(briefly: program.bytes[program.glyf.upperBound...])
        return code.stream(of: [before] + outlines + [after], plain: program.bytes)
    }

    private func piece(of glyph: UInt32, isCoded: Bool) throws(PDFError) -> Piece? {
        if let known = pieces[glyph], !isCoded || known.coded != nil { return known }
        guard let found = try tables.glyph(Int(glyph)) else { return nil }
        var piece = Piece(found)
        if isCoded { piece.coded = try code.get().coded(found.outline) }
        pieces[glyph] = piece
        return piece
    }

    private func program(of all: [Piece]) -> TrueTypeProgram {
        var outlines: [UInt8] = []
        outlines.reserveCapacity(all.reduce(0) { $0 + $1.glyph.outline.count })
        var starts = [0]
        var sum: UInt32 = 0
        for piece in all {
            outlines += piece.glyph.outline
            sum &+= piece.sum
            starts.append(outlines.count)
        }
        let hasLongOffsets = outlines.count > 2 * Int(UInt16.max)
        let (metrics, count) = Self.metrics(all.map(\.glyph))
        return TrueTypeProgram(
            glyf: outlines,
            glyfSum: sum,
            head: tables.head.settingNumber(hasLongOffsets ? 1 : 0, at: 50),
            hhea: tables.hhea.settingNumber(count, at: 34),
            hmtx: metrics,
            loca: Self.offsets(starts, areLong: hasLongOffsets),
            maxp: tables.maxp.settingNumber(all.count, at: 4)
        )
    }

    private static func offsets(_ starts: [Int], areLong: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for start in starts {
            bytes.append(number: areLong ? start : start / 2, size: areLong ? 4 : 2)
        }
        return bytes
    }

    /// Advances and bearings; the last advance holds for all glyphs that follow without their own.
    private static func metrics(_ glyphs: [TrueTypeTables.Glyph]) -> (bytes: [UInt8], count: Int) {
        let last = glyphs.last?.advance
        let count = (glyphs.lastIndex { $0.advance != last } ?? -1) + 2
        var bytes: [UInt8] = []
        for (index, glyph) in glyphs.enumerated() {
            if index < count { bytes.append(number: glyph.advance) }
            bytes.append(number: glyph.bearing)
        }
        return (bytes, count)
    }

    /// Glyphs from all over the font tell how often which byte comes.
    private func sampledCode() -> Result<DeflateCode, PDFError> {
        Result { () throws(PDFError) in
            var sample: [[UInt8]] = []
            let step = max(1, tables.glyphCount / Self.sampleCount)
            for glyph in stride(from: 0, to: tables.glyphCount, by: step) {
                if let outline = try tables.glyph(glyph)?.outline { sample.append(outline) }
            }
            return DeflateCode(sample: sample)
        }
    }

    private static let sampleCount = 40
    /// What is shown for characters that the font lacks.
    private static let missing: UInt32 = 0
}
