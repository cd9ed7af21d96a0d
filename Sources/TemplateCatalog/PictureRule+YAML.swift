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
                "formats", "extensions", "minBytes", "maxBytes", "minPixels", "maxPixels", "colour",
                "background", "faces", "proportions", "looks", "trailingBytes",
                "transparency", "repair", "clause",
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
        if let limit = try mapping.optionalPart("maxBytes", ByteLimit.init(yaml:)) {
            maxBytes = limit
        }
        if let floor = try mapping.optionalPart("minBytes", ByteFloor.init(yaml:)) {
            minBytes = floor
        }
        if let pixels = try mapping.optionalPart("minPixels", PixelBorder.init(yaml:)) {
            minPixels = pixels
        }
        if let pixels = try mapping.optionalPart("maxPixels", PixelBorder.init(yaml:)) {
            maxPixels = pixels
        }
        if let band = try mapping.optionalPart("proportions", Proportions.init(yaml:)) {
            proportions = band
        }
        if let shares = try mapping.optionalPart("background", Background.init(yaml:)) {
            background = shares
        }
        if let rule = try mapping.optionalPart("looks", LookRule.init(yaml:)) { looks = rule }
        if let item = mapping.optional("colour") {
            colourless = try YAMLMapping(item, keys: ["missing"]).required("missing")
                .word(of: Finding.Severity.self)
        }
        if let item = mapping.optional("faces") { faces = try item.integer(in: 1...10) }
        if let item = mapping.optional("transparency") {
            transparency = try item.word(of: Finding.Severity.self)
        }
        if let item = mapping.optional("repair") { try takeRepair(item) }
        if let item = mapping.optional("trailingBytes") {
            toleratedTrailingBytes = try item.integer(in: 0...1_000_000)
        }
        try requireOrder(mapping)
    }

    /// Reads `{ longSide, quality, photo: { width, height } }`.
    private mutating func takeRepair(_ value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["longSide", "quality", "photo"])
        if let item = mapping.optional("longSide") {
            floor.longSide = try item.integer(in: 100...100_000)
        }
        if let item = mapping.optional("quality") {
            floor.quality = try item.integer(in: 1...100)
        }
        photoSize = try mapping.optionalPart("photo") { (value) throws(CatalogError) in
            let mapping = try YAMLMapping(value, keys: ["width", "height"])
            return PixelSize(
                width: try mapping.required("width").integer(in: 1...10_000),
                height: try mapping.required("height").integer(in: 1...10_000)
            )
        }
    }

    /// Refuses limits that no picture can meet.
    private func requireOrder(_ mapping: YAMLMapping) throws(CatalogError) {
        if let minBytes, let maxBytes, minBytes.value >= maxBytes.value {
            let place = mapping.optional("minBytes") ?? mapping.value
            throw place.error(.wrongValue, "minBytes is not below maxBytes: no file would do")
        }
        if let minPixels, let maxPixels,
            minPixels.width > maxPixels.width || minPixels.height > maxPixels.height
        {
            let place = mapping.optional("minPixels") ?? mapping.value
            throw place.error(.wrongValue, "minPixels is above maxPixels: no picture would do")
        }
    }
}

extension ByteFloor {
    /// Reads `{ value, inclusive, noteBelow }`.
    fileprivate init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["value", "inclusive", "noteBelow"])
        let border = try mapping.required("value").integer(in: 1...Int(Int32.max))
        self.init(
            value: ByteCount(border),
            isInclusive: try mapping.required("inclusive").flag(),
            noteBelow: try mapping.optional("noteBelow")?.integer(in: border...Int(Int32.max))
                .asByteCount
        )
    }
}

extension PictureRule.Background {
    /// Reads `{ failBelow, warnBelow }`, shares from 0 to 1.
    fileprivate init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["failBelow", "warnBelow"])
        let fail = try mapping.required("failBelow").number()
        let warn = try mapping.required("warnBelow").number()
        guard 0 <= fail, fail <= warn, warn <= 1 else {
            throw value.error(.wrongValue, "0 ≤ failBelow ≤ warnBelow ≤ 1 is expected")
        }
        self.init(failBelow: fail, warnBelow: warn)
    }
}

extension ByteLimit {
    /// Reads `{ value, inclusive, noteAbove }`.
    init(yaml value: YAMLValue) throws(CatalogError) {
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

extension PictureRule.PixelBorder {
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
