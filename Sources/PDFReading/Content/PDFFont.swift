/// As much of a font as tells what its codes stand for and how far they reach.
struct PDFFont {
    /// How many bytes a code has.
    let codeLength: Int
    /// Whether its letters are content themselves (Type 3).
    let isDrawn: Bool
    private let unicode: UnicodeMap?
    private let widths: FontWidths

    init(_ dictionary: PDFDictionary, in store: ObjectStore) throws(PDFReadingError) {
        let kind = try store.entry("Subtype", of: dictionary).name
        isDrawn = kind == "Type3"
        codeLength = kind == "Type0" ? 2 : 1
        if let stream = try store.entry("ToUnicode", of: dictionary).stream {
            unicode = try UnicodeMap(stream, in: store)
        } else {
            unicode = nil
        }
        if kind == "Type0" {
            let descendants = try store.entry("DescendantFonts", of: dictionary).array ?? []
            let descendant = try store.resolved(descendants.first).dictionary ?? [:]
            widths = try FontWidths(composite: descendant, in: store)
        } else {
            widths = try FontWidths(simple: dictionary, in: store)
        }
    }

    /// The codes of a string; what is left of a last one that is cut off is none.
    func codes(in string: [UInt8]) -> [UInt32] {
        guard codeLength == 2 else { return string.map { UInt32($0) } }
        return stride(from: 0, to: string.count - 1, by: 2).map {
            UInt32(string[$0]) << 8 | UInt32(string[$0 + 1])
        }
    }

    /// What a code stands for; without a map, a printable byte stands for itself.
    func append(_ code: UInt32, to units: inout [UInt16]) {
        if let known = unicode?.units(of: code) {
            units += known
        } else {
            let isPlain = codeLength == 1 && (0x20...0x7E ~= code || 0xA0...0xFF ~= code)
            units.append(isPlain ? UInt16(code) : 0xFFFD)
        }
    }

    /// A code's width in thousandths of the size.
    func width(of code: UInt32) -> Double { widths[code] }
}
