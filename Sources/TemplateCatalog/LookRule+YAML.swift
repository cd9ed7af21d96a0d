import Registration
import Review

extension LookRule {
    /// Reads `{ sharpness, brightness, contrast, blankInk, sideways, glareAbove, qualityBelow,
    /// nearCopy, cutOff, clause, upright }`.
    init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(
            value,
            keys: [
                "sharpness", "brightness", "contrast", "blankInk", "sideways", "glareAbove",
                "qualityBelow", "nearCopy", "cutOff", "clause", "upright",
            ]
        )
        self.init(
            clause: try mapping.part("clause", Clause.init(yaml:)) ?? .unread,
            uprightClause: try mapping.part("upright", Clause.init(yaml:)) ?? .unread
        )
        sharpness = try mapping.optionalPart("sharpness", Borders.init(yaml:))
        brightness = try mapping.optionalPart("brightness", Borders.init(yaml:))
        contrast = try mapping.optionalPart("contrast", Borders.init(yaml:))
        sideways = try mapping.optionalPart("sideways", Sideways.init(yaml:))
        nearCopy = try mapping.optionalPart("nearCopy", NearCopy.init(yaml:))
        notesCutOff = try mapping.optional("cutOff")?.flag() ?? false
        blankInk = try mapping.optionalPart("blankInk") { (item) throws(CatalogError) in
            try item.number(in: 0...1)
        }
        glareAbove = try mapping.optionalPart("glareAbove") { (item) throws(CatalogError) in
            try item.number(in: 0...1)
        }
        qualityBelow = try mapping.optionalPart("qualityBelow") { (item) throws(CatalogError) in
            try item.integer(in: 1...100)
        }
    }
}

extension LookRule.Borders {
    /// Reads `{ failBelow, warnBelow }`.
    fileprivate init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["failBelow", "warnBelow"])
        self.init(
            failBelow: try mapping.required("failBelow").number(in: 0...255),
            warnBelow: try mapping.required("warnBelow").number(in: 0...255)
        )
        guard failBelow <= warnBelow else {
            throw value.error(.wrongValue, "failBelow is above warnBelow")
        }
    }
}

extension LookRule.NearCopy {
    /// Reads `{ distance, difference }`.
    fileprivate init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["distance", "difference"])
        self.init(
            distance: try mapping.required("distance").integer(in: 0...256),
            difference: try mapping.required("difference").number(in: 0...255)
        )
    }
}

extension LookRule.Sideways {
    /// Reads `{ votes, balance }`.
    fileprivate init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["votes", "balance"])
        self.init(
            votes: try mapping.required("votes").integer(in: 1...100_000),
            balance: try mapping.required("balance").number(in: -1...1)
        )
    }
}

extension YAMLValue {
    /// A number within borders.
    fileprivate func number(in range: ClosedRange<Double>) throws(CatalogError) -> Double {
        let number = try number()
        guard range.contains(number) else {
            throw error(
                .wrongValue,
                "a number from \(range.lowerBound) to \(range.upperBound) is expected"
            )
        }
        return number
    }
}
