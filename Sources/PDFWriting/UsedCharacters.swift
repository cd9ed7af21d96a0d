import PageLayout

/// The characters that a layout shows, by the font that they are set in.
struct UsedCharacters {
    /// The fonts in the order of use: the order of opening would depend on documents written before.
    private(set) var faces: [Int] = []
    /// By the numbers of the library's faces.
    private var sets: [ScalarSet] = []
    private var filledIn: Set<Int> = []

    init(in layout: DocumentLayout, _ fonts: FontLibrary) throws(PDFError) {
        for page in layout.pages {
            for mark in page.marks {
                switch mark {
                case .text(let text, _, let style): try add(text, style.role, fonts)
                case .watermark(let mark): try add(mark.text, mark.style.role, fonts)
                default: break
                }
            }
        }
    }

    private mutating func add(
        _ text: String,
        _ role: FontRole,
        _ fonts: FontLibrary
    ) throws(PDFError) {
        var last = -1
        try fonts.glyphs(of: text, role: role) { (scalar, glyph) throws(PDFError) in
            guard let face = glyph?.face else { throw PDFError(missing: scalar) }
            if face != last {
                note(face, role)
                last = face
            }
            sets[face].insert(scalar)
        }
    }

    private mutating func note(_ face: Int, _ role: FontRole) {
        while sets.count <= face { sets.append(ScalarSet()) }
        if sets[face].isEmpty { faces.append(face) }
        if role == .kai { filledIn.insert(face) }
    }

    /// A font's characters, each once, in Unicode's order.
    func scalars(ofFace face: Int) -> [Unicode.Scalar] {
        sets.indices.contains(face) ? sets[face].sorted : []
    }

    /// Whether anything is what persons fill in.
    var areFilledIn: Bool { !filledIn.isEmpty }

    /// Whether a font's characters differ from one form of a batch to the next: what persons fill in does.
    func vary(inFace face: Int) -> Bool { filledIn.contains(face) }
}
