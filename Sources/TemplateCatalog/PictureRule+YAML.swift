import Registration
import Review

extension PictureRule {
    /// Reads a picture rule; what a material's own rule leaves out is the area's.
    ///
    /// - Parameters:
    ///   - value: The rule as written.
    ///   - base: The rule that it changes; nil for one that stands alone.
    /// - Throws: `CatalogError` where something is wrong or missing.
    init(yaml value: YAMLValue, changing base: PictureRule? = nil) throws(CatalogError) {
        let mapping = try YAMLMapping(
            value,
            keys: [
                "formats", "extensions", "maxBytes", "minPixels", "proportions", "trailingBytes",
                "clause",
            ]
        )
        if let base {
            self = base
        } else {
            self.init(
                formats: [],
                extensions: [],
                maxBytes: nil,
                clause: try Clause(yaml: mapping.required("clause"))
            )
            _ = try mapping.required("formats")
            _ = try mapping.required("extensions")
        }
        try takeNames(mapping)
        try takeLimits(mapping)
        if let item = mapping.optional("clause") { clause = try Clause(yaml: item) }
    }

    private mutating func takeNames(_ mapping: YAMLMapping) throws(CatalogError) {
        if let item = mapping.optional("formats") {
            formats = try item.list().map { (name) throws(CatalogError) in
                try name.word(of: PictureFormat.self)
            }
        }
        if let item = mapping.optional("extensions") {
            extensions = try item.list().map { (name) throws(CatalogError) in try name.words() }
        }
    }

    private mutating func takeLimits(_ mapping: YAMLMapping) throws(CatalogError) {
        if let item = mapping.optional("maxBytes") { maxBytes = try ByteLimit(yaml: item) }
        if let item = mapping.optional("minPixels") { minPixels = try PixelMinimum(yaml: item) }
        if let item = mapping.optional("proportions") { proportions = try Proportions(yaml: item) }
        if let item = mapping.optional("trailingBytes") {
            toleratedTrailingBytes = try item.integer(in: 0...1_000_000)
        }
    }
}

extension ByteLimit {
    fileprivate init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["value", "inclusive", "noteAbove"])
        let border = try mapping.required("value").integer(in: 1...Int(Int32.max))
        self.init(
            value: ByteCount(border),
            isInclusive: try mapping.required("inclusive").flag(),
            noteAbove: try mapping.optional("noteAbove")?.integer(in: 1...border)
                .asByteCount
        )
    }
}

extension Int {
    fileprivate var asByteCount: ByteCount { ByteCount(self) }
}

extension PictureRule.PixelMinimum {
    fileprivate init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["width", "height", "severity"])
        self.init(
            width: try mapping.required("width").integer(in: 1...100_000),
            height: try mapping.required("height").integer(in: 1...100_000),
            severity: try mapping.required("severity").word(of: Finding.Severity.self)
        )
    }
}

extension PictureRule.Proportions {
    fileprivate init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["min", "max", "severity"])
        let minimum = try mapping.required("min").number()
        let maximum = try mapping.required("max").number()
        guard minimum > 0, minimum <= maximum else {
            throw value.error(.wrongValue, "min must be above 0 and not above max")
        }
        self.init(
            minimum: minimum,
            maximum: maximum,
            severity: try mapping.required("severity").word(of: Finding.Severity.self)
        )
    }
}
