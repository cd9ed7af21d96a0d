import PageLayout

/// The characters that a layout shows, by the font that they are set in.
struct UsedCharacters {
    /// The fonts in the order of use: the order of opening would depend on documents written before.
    private(set) var faces: [Int] = []
    /// Each character as often as it is used.
    private var scalars: [Int: [Unicode.Scalar]] = [:]
    private var filledIn: Set<Int> = []

    init(in layout: DocumentLayout, _ fonts: FontLibrary) throws(PDFError) {
        for page in layout.pages {
            for case .text(let text, _, let style) in page.marks {
                try add(text, style.role, fonts)
            }
        }
    }

    private mutating func add(
        _ text: String,
        _ role: FontRole,
        _ fonts: FontLibrary
    ) throws(PDFError) {
        var runs: [(face: Int, scalars: [Unicode.Scalar])] = []
        for scalar in text.unicodeScalars {
            guard let face = fonts.glyph(of: scalar, role: role)?.face else {
                throw PDFError(missing: scalar)
            }
            if runs.last?.face != face { runs.append((face, [])) }
            runs[runs.count - 1].scalars.append(scalar)
        }
        for run in runs {
            if scalars[run.face] == nil { faces.append(run.face) }
            scalars[run.face, default: []] += run.scalars
            if role == .kai { filledIn.insert(run.face) }
        }
    }

    /// A font's characters, each once, in Unicode's order.
    func scalars(ofFace face: Int) -> [Unicode.Scalar] {
        var distinct: [Unicode.Scalar] = []
        for scalar in scalars[face, default: []].sorted() where scalar != distinct.last {
            distinct.append(scalar)
        }
        return distinct
    }

    /// Whether anything is what persons fill in.
    var areFilledIn: Bool { !filledIn.isEmpty }

    /// Whether a font's characters differ from one form of a batch to the next: what persons fill in does.
    func vary(inFace face: Int) -> Bool { filledIn.contains(face) }
}
