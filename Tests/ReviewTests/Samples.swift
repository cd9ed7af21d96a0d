import Registration
import Review

/// Values that several tests start from.
enum Samples {
    static let clause = Clause(section: "一", quote: "原句")

    static let pictureRule = PictureRule(
        formats: [.jpeg, .png],
        extensions: ["jpg", "jpeg", "png"],
        maxBytes: ByteLimit(
            value: ByteCount(204_800),
            isInclusive: true,
            noteAbove: ByteCount(200_000)
        ),
        clause: clause
    )

    static let photoRule: PictureRule = {
        var rule = PictureRule(
            formats: [.jpeg],
            extensions: ["jpg", "jpeg"],
            maxBytes: ByteLimit(
                value: ByteCount(30_720),
                isInclusive: false,
                noteAbove: ByteCount(30_000)
            ),
            clause: clause
        )
        rule.minPixels = .init(width: 190, height: 254, severity: .error)
        rule.proportions = .init(minimum: 0.68, maximum: 0.82, severity: .warning)
        return rule
    }()

    static func material(
        _ id: String,
        minimum: Int = 1,
        maximum: Int? = nil,
        rule: PictureRule = pictureRule
    ) -> MaterialRule {
        MaterialRule(
            id: id,
            title: "材料\(id)",
            count: CountRule([.init(minimum: minimum, maximum: maximum)]),
            pictureRule: rule,
            clause: clause
        )
    }

    static func area(_ materials: [MaterialRule]) -> Area {
        var area = Area(
            id: "test-2026",
            name: "测试考区",
            englishName: "Test",
            region: "00",
            year: 2026,
            manual: "手册",
            pictureRule: pictureRule,
            photoRule: photoRule,
            lockScope: .image
        )
        area.materials = materials
        return area
    }

    /// A sound picture whose hash is made from its path.
    static func picture(_ path: String, bytes: Int = 1000, format: PictureFormat = .jpeg) -> Picture
    {
        picture(path, seed: path, bytes: bytes, format: format)
    }

    static func picture(
        _ path: String,
        seed: String,
        bytes: Int = 1000,
        format: PictureFormat = .jpeg
    ) -> Picture {
        var digest = Array(seed.utf8.suffix(32))
        digest += [UInt8](repeating: 0, count: 32 - digest.count)
        guard let hash = ContentHash(bytes: digest) else { preconditionFailure("32 bytes") }
        var facts = PictureFacts(format: format, size: ByteCount(bytes), hash: hash)
        facts.width = 300
        facts.height = 400
        return Picture(path: path, facts: facts)
    }
}

/// A date in a test; nothing else than a real one is written there.
func date(_ text: String) -> PartialDate {
    guard let date = PartialDate(text) else { preconditionFailure("no date: \(text)") }
    return date
}
