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
    }

    /// How codes are printed.
    public struct Code: Hashable, Sendable {
        /// The side of a module in millimetres.
        public var module: Double
        /// The side of a module on the cover in millimetres.
        public var coverModule: Double
        /// The white modules kept around a code.
        public var quietModules: Int
    }

    /// A row of the cover's table.
    public struct Field: Hashable, Sendable {
        /// What is printed before the value.
        public var label: String
        /// The candidate's property or the key of the profile that is printed.
        public var value: String
    }

    /// Empty space at the edges.
    public var margins: Margins
    /// The colours.
    public var colours: Colours
    /// How codes are printed.
    public var code: Code
    /// Pictures are not printed coarser than this, in pixels per inch.
    public var minimumDPI: Double
    /// The rows of the cover's table.
    public var coverFields: [Field]
    private let texts: [String: String]

    /// A printed text with its placeholders filled; the key itself where the templates have no such text.
    public func text(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let text = texts[key] else { return key }
        return Placeholders.fill(text, with: values)
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(
            root,
            keys: ["format", "margins", "colours", "code", "picture", "coverFields", "texts"]
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
        let shades = try YAMLMapping(
            top.required("colours"),
            keys: ["ink", "soft", "line", "accent", "tint"]
        )
        colours = Colours(
            ink: try shades.required("ink").colour(),
            soft: try shades.required("soft").colour(),
            line: try shades.required("line").colour(),
            accent: try shades.required("accent").colour(),
            tint: try shades.required("tint").colour()
        )
        let modules = try YAMLMapping(
            top.required("code"),
            keys: ["module", "coverModule", "quietModules"]
        )
        code = Code(
            module: try modules.required("module").number(),
            coverModule: try modules.required("coverModule").number(),
            quietModules: try modules.required("quietModules").integer(in: 4...20)
        )
        let picture = try YAMLMapping(top.required("picture"), keys: ["minimumDPI"])
        minimumDPI = try picture.required("minimumDPI").number()
        coverFields = []
        for item in try top.required("coverFields").list() {
            let field = try YAMLMapping(item, keys: ["label", "value"])
            coverFields.append(
                Field(
                    label: try field.required("label").words(),
                    value: try field.required("value").words()
                )
            )
        }
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
