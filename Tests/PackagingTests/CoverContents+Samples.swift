@testable import Packaging

extension CoverContents {
    /// The cover of a sample candidate.
    static func sample(of filling: SheetFilling) -> Self {
        let contents = filling == .longest ? SheetContents.longest : .usual
        var cover = Self(
            values: [
                "name": contents.name, "idKind": "二代身份证",
                "maskedIDNumber": contents.maskedIDNumber, "level": contents.level,
                "category": contents.category, "education": "本科",
            ],
            area: contents.area + " 2026 年",
            archive: contents.archive,
            made: contents.filed,
            materials: contents.materials.count,
            pictures: contents.pictureCount,
            pages: contents.pageCount,
            version: "1.0.0"
        )
        if filling == .longest {
            cover.values["identity"] = "香港特别行政区永久性居民中的中国公民"
            cover.volume = Volume(number: 12, count: 12)
            cover.repaired = 100
            cover.findings = Findings(errors: 100, warnings: 100)
            cover.key = "7K3Q-X9D2-MVB0-4T7K"
        }
        return cover
    }
}
