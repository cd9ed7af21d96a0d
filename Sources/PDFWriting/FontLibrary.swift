public import PageLayout

/// The opened fonts, a chain for each role: a character is set in the first font that has it.
///
/// Not for sharing between tasks; each worker opens its own (the files are mapped, not read).
public final class FontLibrary {
    /// A character as it will be set.
    struct Glyph {
        /// The font, as a position in `faces`.
        let face: Int
        /// The glyph's number in that font.
        let id: UInt32
        /// The advance width in thousandths of the type size.
        let advance: Int
    }

    private(set) var faces: [FontFace] = []
    private let chains: [FontRole: [FontLocation]]
    private var opened: [FontLocation: Int] = [:]
    /// By the role's position.
    private var firstFaces: [Int] = []
    /// What is known of characters by the role's position, nil within for those that no font has.
    private let glyphs: [GlyphTable] = FontRole.allCases.map { _ in GlyphTable() }
    private var subsets: [SubsetKey: FontSubset] = [:]
    /// Subsets last asked for before `subsets` began.
    private var olderSubsets: [SubsetKey: FontSubset] = [:]
    /// Compresses what the documents hold.
    let deflater: Deflater
    /// What documents say of themselves.
    let packets = XMPPackets()
    /// Where documents are put together.
    let room = OutputRoom()
    /// What documents say of their parts.
    let structures = StructureTexts()

    /// A role's characters, apart from all else so that looking one up touches nothing but them.
    private final class GlyphTable {
        var table = ScalarTable<Glyph?>()
    }

    private struct SubsetKey: Hashable {
        let face: Int
        let scalars: [Unicode.Scalar]
        let effort: Deflater.Effort
    }

    /// Opens the first font of each role; the fonts behind it are opened when a character needs them.
    ///
    /// - Throws: `PDFError` if a role has no font or its first font cannot be used.
    public init(chains: [FontRole: [FontLocation]]) throws(PDFError) {
        self.chains = chains
        deflater = try Deflater()
        for role in FontRole.allCases {
            guard let first = chains[role]?.first else {
                throw PDFError(.fontMissing, role.rawValue)
            }
            firstFaces.append(try open(first))
        }
    }

    /// A library without fonts, for documents without text.
    ///
    /// - Throws: `PDFError` if there is not enough memory.
    public init() throws(PDFError) {
        chains = [:]
        deflater = try Deflater()
        // No role has a face of this number, and no text is drawn in any.
        firstFaces = FontRole.allCases.map { _ in 0 }
    }

    /// The glyph of a character in a role's chain; nil if no font has it.
    func glyph(of scalar: Unicode.Scalar, role: FontRole) -> Glyph? {
        let known = glyphs[role.position]
        if let glyph = known.table[scalar] { return glyph }
        let found = search(scalar, role: role)
        known.table[scalar] = .some(found)
        return found
    }

    /// The face in which a role's characters are set first.
    func firstFace(of role: FontRole) -> Int { firstFaces[role.position] }

    /// Looks up the characters of a text one after the other.
    func glyphs<Failure: Error>(
        of text: String,
        role: FontRole,
        _ take: (Unicode.Scalar, Glyph?) throws(Failure) -> Void
    ) throws(Failure) {
        let table = glyphs[role.position]
        var known: ScalarTable<Glyph?>? = table.table
        for scalar in text.unicodeScalars {
            if let glyph = known?[scalar] {
                try take(scalar, glyph)
                continue
            }
            // Else all of the table would be copied for what is added to it.
            known = nil
            try take(scalar, glyph(of: scalar, role: role))
            known = table.table
        }
    }

    /// A subset of one font with exactly these characters; kept, since documents resemble each other.
    func subset(
        ofFace face: Int,
        scalars: [Unicode.Scalar],
        effort: Deflater.Effort = .much
    ) throws(PDFError) -> FontSubset {
        // What persons fill in is hardly ever the same again.
        guard effort != .least else {
            return try FontSubset(
                of: faces[face],
                scalars: scalars,
                deflater: deflater,
                effort: effort
            )
        }
        let key = SubsetKey(face: face, scalars: scalars, effort: effort)
        if let known = subsets[key] { return known }
        let subset =
            if let known = olderSubsets[key] {
                known
            } else {
                try FontSubset(
                    of: faces[face],
                    scalars: scalars,
                    deflater: deflater,
                    effort: effort
                )
            }
        if subsets.count >= Self.keptSubsets {
            olderSubsets = subsets
            subsets.removeAll()
        }
        subsets[key] = subset
        return subset
    }

    /// Bounds the memory of a long batch: what forms have in common is kept, what differs is let go.
    private static let keptSubsets = 8

    private func search(_ scalar: Unicode.Scalar, role: FontRole) -> Glyph? {
        for location in chains[role] ?? [] {
            guard let face = try? open(location), let id = faces[face].glyph(of: scalar) else {
                continue
            }
            return Glyph(face: face, id: id, advance: faces[face].advance(of: scalar))
        }
        return nil
    }

    private func open(_ location: FontLocation) throws(PDFError) -> Int {
        if let index = opened[location] { return index }
        faces.append(try FontFace(location))
        opened[location] = faces.count - 1
        return faces.count - 1
    }
}

extension FontRole {
    /// The place among all cases.
    var position: Int {
        switch self {
        case .song: 0
        case .songBold: 1
        case .hei: 2
        case .heiBold: 3
        case .kai: 4
        }
    }
}

extension FontLibrary: TextMeasuring {
    /// The width of a line in millimetres; characters without a glyph count as one em.
    public func width(of text: String, in style: TextStyle) -> Double {
        var thousandths = 0
        var count = 0
        glyphs(of: text, role: style.role) { _, glyph in
            thousandths += glyph?.advance ?? 1000
            count += 1
        }
        return Double(thousandths) / 1000 * style.em + Double(count) * style.tracking
    }

    /// The characters that no font of the role's chain has, each once, in order.
    public func missingCharacters(in text: String, role: FontRole) -> [Unicode.Scalar] {
        var missing: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars
        where glyph(of: scalar, role: role) == nil && !missing.contains(scalar) {
            missing.append(scalar)
        }
        return missing
    }
}
