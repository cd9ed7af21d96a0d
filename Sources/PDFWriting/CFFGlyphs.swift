/// The glyphs of a font with CFF outlines.
final class CFFGlyphs: GlyphStore {
    private unowned let face: FontFace
    private let top: CFFTable.Dictionary
    private let missing: CFFProgram.Glyph
    private var glyphs: [UInt32: CFFProgram.Glyph] = [:]

    init(_ face: FontFace) throws(PDFError) {
        self.face = face
        let subset = try HarfBuzzSubset(of: face, glyphs: [])
        let table = try CFFTable(subset.table("CFF "))
        top = table.top
        guard let missing = try Self.glyphs(of: table).first else {
            throw PDFError(.fontUnusable, face.location.path)
        }
        self.missing = missing
    }

    func program(of glyphs: [UInt32], isQuick: Bool) throws(PDFError) -> FontProgram? {
        try load(glyphs.filter { self.glyphs[$0] == nil })
        var all = [missing]
        for glyph in glyphs {
            guard let known = self.glyphs[glyph] else { return nil }
            all.append(known)
        }
        let program = CFFProgram(name: face.postScriptName, original: top, glyphs: all)
        return FontProgram(plain: program.bytes)
    }

    private func load(_ wanted: [UInt32]) throws(PDFError) {
        guard !wanted.isEmpty else { return }
        defer { face.releaseFile() }
        let subset = try HarfBuzzSubset(of: face, glyphs: wanted)
        let loaded = try Self.glyphs(of: CFFTable(subset.table("CFF ")))
        for glyph in wanted {
            let number = subset.number(of: glyph)
            guard loaded.indices.contains(number) else {
                throw PDFError(.fontUnusable, face.location.path)
            }
            glyphs[glyph] = loaded[number]
        }
    }

    private static func glyphs(of table: CFFTable) throws(PDFError) -> [CFFProgram.Glyph] {
        var groups: [CFFProgram.Group] = []
        let hasGroups = table.top[CFFTable.Operator.fontDictionaries] != nil
        for font in try table.fontDictionaries() {
            groups.append(
                CFFProgram.Group(
                    // A font with one DICT for all has its matrix there, where it stays.
                    matrix: hasGroups ? font[CFFTable.Operator.matrix].map { Array($0) } : nil,
                    widths: try CFFProgram.widths(table.privateDictionary(of: font))
                )
            )
        }
        let outlines = try table.objects(CFFTable.Operator.charStrings)
        let numbers = try table.fontDictionaryNumbers(glyphCount: outlines.count)
        var glyphs: [CFFProgram.Glyph] = []
        for (extent, number) in zip(outlines, numbers) {
            guard groups.indices.contains(number) else { throw table.damage }
            let outline = try Array(table.part(extent))
            glyphs.append(CFFProgram.Glyph(outline: outline, group: groups[number]))
        }
        return glyphs
    }
}
