public import PageLayout

/// How the dossier's sheets look and what is printed on them: everything but the arithmetic.
public struct DossierStyle: Hashable, Sendable {
    /// Empty space at the edges of the paper, in millimetres.
    public struct Margins: Hashable, Sendable {
        /// The edge where pages are bound.
        public var binding: Double
        /// The edge opposite to it.
        public var outer: Double
        /// The top edge.
        public var top: Double
        /// The bottom edge.
        public var bottom: Double
    }

    /// The colours by their part.
    public struct Colours: Hashable, Sendable {
        /// Text.
        public var ink: Colour
        /// Labels, headers and footers.
        public var soft: Colour
        /// Thin lines.
        public var line: Colour
        /// What must be noticed.
        public var accent: Colour
        /// Backgrounds of bands.
        public var tint: Colour

        init(yaml value: YAMLValue) throws(CatalogError) {
            let shades = try YAMLMapping(value, keys: ["ink", "soft", "line", "accent", "tint"])
            ink = try shades.required("ink").colour()
            soft = try shades.required("soft").colour()
            line = try shades.required("line").colour()
            accent = try shades.required("accent").colour()
            tint = try shades.required("tint").colour()
        }
    }

    /// How pictures are printed.
    public struct Picture: Hashable, Sendable {
        /// They are not printed coarser than this, in pixels per inch.
        public var coarsest: Double
        /// Those that are coarser than this are marked, in pixels per inch.
        public var sharp: Int
        /// The size of a card in millimetres (ID-1 of ISO/IEC 7810).
        public var card: Size
        /// How far the proportions of a picture of a card may be off, as a share.
        public var cardTolerance: Double

        init(yaml value: YAMLValue) throws(CatalogError) {
            let picture = try YAMLMapping(value, keys: ["minimumDPI", "sharpDPI", "card"])
            coarsest = try picture.required("minimumDPI").number(in: 50...1200)
            sharp = try picture.required("sharpDPI").integer(in: 50...1200)
            let size = try YAMLMapping(
                picture.required("card"),
                keys: ["width", "height", "tolerance"]
            )
            card = Size(
                try size.required("width").number(in: 20...200),
                try size.required("height").number(in: 20...200)
            )
            cardTolerance = try size.required("tolerance").number()
        }

        /// Whether a picture of so many pixels shows a card that fills it.
        public func isCard(width: Int, height: Int) -> Bool {
            guard height > 0 else { return false }
            let ratio = Double(width) / Double(height) / (card.width / card.height)
            return abs(ratio - 1) <= cardTolerance
        }
    }

    /// How codes are printed.
    public struct Code: Hashable, Sendable {
        /// The side of a module in millimetres.
        public var module: Double
        /// The white modules kept around a code.
        public var quietModules: Int
        /// The modules along the side of a code for which there is room on every page.
        public var roomModules: Int
    }

    /// How the words over identity documents look.
    public struct WatermarkLook: Hashable, Sendable {
        /// The type size in points.
        public var size: Double
        /// The width of the outlines in millimetres.
        public var line: Double
        /// The colour of the outlines.
        public var colour: Colour

        init(yaml value: YAMLValue) throws(CatalogError) {
            let look = try YAMLMapping(value, keys: ["size", "line", "colour"])
            size = try look.required("size").number(in: 4...100)
            line = try look.required("line").number()
            colour = try look.required("colour").colour()
        }
    }

    /// Empty space at the edges.
    public var margins: Margins
    /// The colours.
    public var colours: Colours
    /// How codes are printed.
    public var code: Code
    /// How pictures are printed.
    public var picture: Picture
    /// How the words over identity documents look.
    public var watermark: WatermarkLook
    private let texts: [String: String]

    /// A printed text with its placeholders filled; the key itself where the templates have no such text.
    public func text(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let text = texts[key] else { return key }
        return Placeholders.fill(text, with: values)
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(
            root,
            keys: ["format", "margins", "colours", "code", "picture", "watermark", "texts"]
        )
        _ = try top.required("format").integer(in: 1...1)
        let edges = try YAMLMapping(
            top.required("margins"),
            keys: ["binding", "outer", "top", "bottom"]
        )
        margins = Margins(
            binding: try edges.required("binding").number(),
            outer: try edges.required("outer").number(),
            top: try edges.required("top").number(),
            bottom: try edges.required("bottom").number()
        )
        colours = try Colours(yaml: top.required("colours"))
        let modules = try YAMLMapping(
            top.required("code"),
            keys: ["module", "quietModules", "roomModules"]
        )
        code = Code(
            module: try modules.required("module").number(),
            quietModules: try modules.required("quietModules").integer(in: 4...20),
            roomModules: try modules.required("roomModules").integer(in: 21...177)
        )
        picture = try Picture(yaml: top.required("picture"))
        watermark = try WatermarkLook(yaml: top.required("watermark"))
        var texts: [String: String] = [:]
        for entry in try YAMLMapping(top.required("texts")).entries {
            texts[entry.key] = try entry.value.words()
        }
        self.texts = texts
    }
}

extension YAMLValue {
    fileprivate func colour() throws(CatalogError) -> Colour {
        guard let colour = Colour(try text()) else {
            throw error(.wrongValue, "a colour is expected: \"#rrggbb\"")
        }
        return colour
    }
}
