/// The glyphs of a font with TrueType outlines.
final class TrueTypeGlyphs: GlyphStore {
    private struct Glyph {
        let outline: [UInt8]
        let advance: Int
        let bearing: Int
    }

    private unowned let face: FontFace
    private let head: [UInt8]
    private let hhea: [UInt8]
    private let maxp: [UInt8]
    private let missing: Glyph
    private var glyphs: [UInt32: Glyph] = [:]
    private var composites: Set<UInt32> = []

    init(_ face: FontFace) throws(PDFError) {
        self.face = face
        let subset = try HarfBuzzSubset(of: face, glyphs: [])
        head = subset.table("head").bytes
        hhea = subset.table("hhea").bytes
        maxp = subset.table("maxp").bytes
        guard head.count == 54, hhea.count == 36, maxp.count >= 6,
            let missing = try Self.glyph(0, of: Tables(subset))
        else { throw PDFError(.fontUnusable, face.location.path) }
        self.missing = missing
    }

    func program(of glyphs: [UInt32]) throws(PDFError) -> [UInt8]? {
        try load(glyphs.filter { self.glyphs[$0] == nil && !composites.contains($0) })
        var all = [missing]
        for glyph in glyphs {
            guard let known = self.glyphs[glyph] else { return nil }
            all.append(known)
        }
        var outlines: [UInt8] = []
        outlines.reserveCapacity(all.reduce(0) { $0 + $1.outline.count })
        var starts = [0]
        for glyph in all {
            outlines += glyph.outline
            starts.append(outlines.count)
        }
        let hasLongOffsets = outlines.count > 2 * Int(UInt16.max)
        let (metrics, count) = Self.metrics(all)
        return TrueTypeProgram(
            glyf: outlines,
            head: head.settingNumber(hasLongOffsets ? 1 : 0, at: 50),
            hhea: hhea.settingNumber(count, at: 34),
            hmtx: metrics,
            loca: Self.offsets(starts, areLong: hasLongOffsets),
            maxp: maxp.settingNumber(all.count, at: 4)
        ).bytes
    }

    private static func offsets(_ starts: [Int], areLong: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for start in starts {
            bytes.append(number: areLong ? start : start / 2, size: areLong ? 4 : 2)
        }
        return bytes
    }

    /// Advances and bearings; the last advance holds for all glyphs that follow without their own.
    private static func metrics(_ glyphs: [Glyph]) -> (bytes: [UInt8], count: Int) {
        let last = glyphs.last?.advance
        let count = (glyphs.lastIndex { $0.advance != last } ?? -1) + 2
        var bytes: [UInt8] = []
        for (index, glyph) in glyphs.enumerated() {
            if index < count { bytes.append(number: glyph.advance) }
            bytes.append(number: glyph.bearing)
        }
        return (bytes, count)
    }

    private func load(_ wanted: [UInt32]) throws(PDFError) {
        guard !wanted.isEmpty else { return }
        let subset = try HarfBuzzSubset(of: face, glyphs: wanted)
        let tables = Tables(subset)
        for glyph in wanted {
            if let loaded = try Self.glyph(subset.number(of: glyph), of: tables) {
                glyphs[glyph] = loaded
            } else {
                composites.insert(glyph)
            }
        }
    }

    private struct Tables {
        let head: FontBytes
        let hhea: FontBytes
        let hmtx: FontBytes
        let loca: FontBytes
        let glyf: FontBytes

        init(_ subset: borrowing HarfBuzzSubset) {
            head = subset.table("head")
            hhea = subset.table("hhea")
            hmtx = subset.table("hmtx")
            loca = subset.table("loca")
            glyf = subset.table("glyf")
        }
    }

    /// A glyph of a subset; nil if it is made of others, which it names by their numbers there.
    private static func glyph(_ number: Int, of tables: Tables) throws(PDFError) -> Glyph? {
        let isLong = try tables.head.number(at: 50) == 1
        let size = isLong ? 4 : 2
        let start = try tables.loca.number(at: number * size, size: size) * (isLong ? 1 : 2)
        let end = try tables.loca.number(at: (number + 1) * size, size: size) * (isLong ? 1 : 2)
        var outline = Array(try tables.glyf.part(start, end))
        if let first = outline.first, first & 0x80 != 0 { return nil }
        // Short offsets count pairs of bytes.
        if outline.count % 2 == 1 { outline.append(0) }
        let count = try tables.hhea.number(at: 34)
        guard count > 0 else { throw tables.hhea.damage }
        let bearing = number < count ? 4 * number + 2 : 4 * count + 2 * (number - count)
        return Glyph(
            outline: outline,
            advance: try tables.hmtx.number(at: 4 * min(number, count - 1)),
            bearing: try tables.hmtx.number(at: bearing)
        )
    }
}
