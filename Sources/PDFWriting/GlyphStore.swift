/// The outlines of a font's glyphs, each taken from the font once, and programs put together of them.
///
/// What a form says differs from one to the next, in characters that come again and again: cutting the font
/// down anew for each form would cost more than all else together.
protocol GlyphStore: AnyObject {
    /// A font program with `.notdef` and these glyphs, numbered from 1 in this order; nil if the outlines
    /// of one are made of others. One that is wanted quickly may be deflated glyph by glyph.
    func program(of glyphs: [UInt32], isQuick: Bool) throws(PDFError) -> FontProgram?
}
