/// What is read of a font with TrueType outlines (ISO/IEC 14496-22, 5.2 and 5.3).
struct TrueTypeTables: ~Copyable {
    /// A glyph without its hints.
    struct Glyph {
        /// As many bytes as a sum of 32-bit numbers wants.
        let outline: [UInt8]
        let advance: Int
        let bearing: Int
    }

    /// The tables that programs have too.
    let head: [UInt8]
    let hhea: [UInt8]
    let maxp: [UInt8]
    let glyphCount: Int
    private let metricsCount: Int
    private let hasLongOffsets: Bool
    private let hmtx: FontTable
    private let loca: FontTable
    private let glyf: FontTable

    init(_ face: FontFace) throws(PDFError) {
        let head = FontTable("head", of: face)
        let hhea = FontTable("hhea", of: face)
        let maxp = FontTable("maxp", of: face)
        let plainHead = try head.part(0..<54)
        let plainHhea = try hhea.part(0..<36)
        let plainMaxp = try Self.unhinted(maxp.part(0..<maxp.count))
        let counts = (try maxp.number(at: 4), try hhea.number(at: 34))
        let format = try head.number(at: 50)
        guard counts.1 > 0 else { throw hhea.damage }
        self.head = plainHead
        self.hhea = plainHhea
        self.maxp = plainMaxp
        (glyphCount, metricsCount) = counts
        hasLongOffsets = format == 1
        hmtx = FontTable("hmtx", of: face)
        loca = FontTable("loca", of: face)
        glyf = FontTable("glyf", of: face)
    }

    /// A glyph; nil if it is made of others.
    func glyph(_ number: Int) throws(PDFError) -> Glyph? {
        guard number < glyphCount, let outline = try outline(number) else {
            if number < glyphCount { return nil }
            throw loca.damage
        }
        let bearing =
            number < metricsCount
            ? 4 * number + 2 : 4 * metricsCount + 2 * (number - metricsCount)
        return Glyph(
            outline: outline,
            advance: try hmtx.number(at: 4 * min(number, metricsCount - 1)),
            bearing: try hmtx.number(at: bearing)
        )
    }

    private func outline(_ number: Int) throws(PDFError) -> [UInt8]? {
        let (start, end) = (try offset(number), try offset(number + 1))
        guard start < end else { return [] }
        let contours = try glyf.number(at: start)
        guard contours < 0x8000 else { return nil }
        // The extent, and the last point of each contour; then come the hints.
        let hints = start + 10 + 2 * contours
        let rest = hints + 2 + (try glyf.number(at: hints))
        guard rest <= end else { throw glyf.damage }
        let padding = [UInt8](repeating: 0, count: (4 - (hints + 2 - start + end - rest) % 4) % 4)
        return try glyf.part(start..<hints) + [0, 0] + glyf.part(rest..<end) + padding
    }

    private func offset(_ glyph: Int) throws(PDFError) -> Int {
        hasLongOffsets
            ? try loca.number(at: 4 * glyph, size: 4) : 2 * (try loca.number(at: 2 * glyph))
    }

    /// Says that no memory is needed for hints; version 0.5 does not speak of them.
    private static func unhinted(_ maxp: [UInt8]) throws(PDFError) -> [UInt8] {
        guard maxp.count >= 32 else { return maxp }
        return maxp[..<14] + [0, 1] + [UInt8](repeating: 0, count: 12) + maxp[28...]
    }
}
