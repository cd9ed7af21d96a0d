public import FormLayout
import PageLayout

extension TemplateCatalog {
    /// Reads how forms look.
    public func formStyle() throws(CatalogError) -> FormStyle {
        let file = "Sheets/form.yaml"
        return try FormStyle(YAMLDocument.parse(bytes(of: file), file: file))
    }
}

extension FormStyle {
    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(
            root,
            keys: [
                "format", "margins", "texts", "sheetTexts", "sizes", "guide", "colours", "words",
            ]
        )
        _ = try top.required("format").integer(in: 1...1)
        var words: [String: String] = [:]
        for entry in try YAMLMapping(top.required("words")).entries {
            words[entry.key] = try entry.value.words()
        }
        let texts = try Texts(top.required("texts"))
        self.init(
            margins: try Margins(top.required("margins")),
            texts: texts,
            sheetTexts: try top.optional("sheetTexts").map { (item) throws(CatalogError) in
                try texts.replaced(by: item)
            },
            sizes: try Sizes(top.required("sizes")),
            guide: try top.required("guide").formColour(),
            colours: try FormColours(top.required("colours")),
            words: words
        )
    }
}

extension FormStyle.Margins {
    fileprivate init(_ value: YAMLValue) throws(CatalogError) {
        let edges = try YAMLMapping(value, keys: ["sides", "top", "bottom"])
        self.init(
            sides: try edges.required("sides").number(),
            top: try edges.required("top").number(),
            bottom: try edges.required("bottom").number()
        )
    }
}

extension FormStyle.Texts {
    private static let names = [
        "title", "subtitle", "heading", "letter", "label", "value", "body", "small", "foot",
    ]

    fileprivate init(_ value: YAMLValue) throws(CatalogError) {
        let looks = try YAMLMapping(value, keys: Self.names)
        func look(_ name: String) throws(CatalogError) -> TextStyle {
            try looks.required(name).look()
        }
        self.init(
            title: try look("title"),
            subtitle: try look("subtitle"),
            heading: try look("heading"),
            letter: try look("letter"),
            label: try look("label"),
            value: try look("value"),
            body: try look("body"),
            small: try look("small"),
            foot: try look("foot")
        )
    }

    /// The looks with those replaced that a mapping names.
    fileprivate func replaced(by value: YAMLValue) throws(CatalogError) -> Self {
        let looks = try YAMLMapping(value, keys: Self.names)
        var replaced = self
        for (name, path) in zip(Self.names, Self.paths) {
            guard let look = looks.optional(name) else { continue }
            replaced[keyPath: path] = try look.look()
        }
        return replaced
    }

    private static var paths: [WritableKeyPath<Self, TextStyle>] {
        [\.title, \.subtitle, \.heading, \.letter, \.label, \.value, \.body, \.small, \.foot]
    }
}

extension FormColours {
    fileprivate init(_ value: YAMLValue) throws(CatalogError) {
        let parts = try YAMLMapping(value, keys: FormColour.allCases.map(\.rawValue))
        func colour(_ part: FormColour) throws(CatalogError) -> Colour {
            try parts.required(part.rawValue).formColour()
        }
        self.init(
            ink: try colour(.ink),
            soft: try colour(.soft),
            line: try colour(.line),
            accent: try colour(.accent),
            tint: try colour(.tint)
        )
    }
}

extension FormStyle.Sizes {
    private static let names = [
        "row", "frame", "grid", "seal", "module", "valueComfort", "valueFloor", "labelFloor",
    ]

    fileprivate init(_ value: YAMLValue) throws(CatalogError) {
        let sizes = try YAMLMapping(value, keys: Self.names)
        let seal = try YAMLMapping(sizes.required("seal"), keys: ["width", "height"])
        self.init(
            row: try sizes.required("row").number(),
            frame: try sizes.required("frame").number(),
            grid: try sizes.required("grid").number(),
            seal: Size(
                try seal.required("width").number(),
                try seal.required("height").number()
            ),
            module: try sizes.required("module").number(),
            valueComfort: try sizes.required("valueComfort").number(),
            valueFloor: try sizes.required("valueFloor").number(),
            labelFloor: try sizes.required("labelFloor").number()
        )
    }
}

extension YAMLValue {
    fileprivate func look() throws(CatalogError) -> TextStyle {
        let look = try YAMLMapping(self, keys: ["role", "size", "colour"])
        return TextStyle(
            try look.required("role").word(of: FontRole.self),
            try look.required("size").number(),
            colour: try look.optional("colour")?.formColour() ?? .black
        )
    }

    fileprivate func formColour() throws(CatalogError) -> Colour {
        guard let colour = Colour(try text()) else {
            throw error(.wrongValue, "a colour is expected: \"#rrggbb\"")
        }
        return colour
    }
}
