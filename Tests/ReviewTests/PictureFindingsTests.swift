import Registration
import Review
import Testing

@Suite struct PictureFindingsTests {
    private func summary(_ pictures: [Picture], rule: PictureRule = Samples.pictureRule) -> [String]
    {
        let area = Samples.area([Samples.material("a", rule: rule)])
        return CandidateReview(area: area, profile: [:]).findings(for: ["a": pictures]).map {
            [
                $0.code.rawValue, $0.severity.rawValue, $0.measured ?? "-", $0.limit ?? "-",
            ].joined(separator: " | ")
        }
    }

    private func summary(
        rule: PictureRule = Samples.pictureRule,
        path: String = "a/1.jpg",
        _ change: (inout PictureFacts) -> Void
    ) -> [String] {
        var picture = Samples.picture(path)
        change(&picture.facts)
        return summary([picture], rule: rule)
    }

    @Test func `A sound picture has no findings`() {
        #expect(summary { _ in } == [])
    }

    @Test func `What shines through is found where the area cares`() {
        #expect(summary { $0.isTranslucent = true } == [])
        var rule = Samples.pictureRule
        rule.transparency = .warning
        #expect(
            summary(rule: rule) { $0.isTranslucent = true }
                == ["picture.transparent | warning | - | -"]
        )
    }

    // 不超过200k: the border is allowed. 小于30kb: it is not.
    @Test(
        arguments: [
            (199_999, nil), (200_000, nil), (200_001, "near"), (204_799, "near"), (204_800, "near"),
            (204_801, "picture.too-large | error | 204,801 | ≤ 204,800"),
        ] as [(Int, String?)]
    )
    func `Pictures of 200k may have it whole`(bytes: Int, expected: String?) {
        let near = "picture.near-limit | note | \(ByteCount(bytes)) | ≤ 200,000"
        let expectation = expected.map { [$0 == "near" ? near : $0] } ?? []
        #expect(summary([Samples.picture("a/1.jpg", bytes: bytes)]) == expectation)
    }

    @Test(
        arguments: [
            (29_999, nil), (30_000, "near"), (30_719, "near"),
            (30_720, "picture.too-large | error | 30,720 | < 30,720"),
            (30_721, "picture.too-large | error | 30,721 | < 30,720"),
        ] as [(Int, String?)]
    )
    func `Photos of 30kb must be smaller`(bytes: Int, expected: String?) {
        let near = "picture.near-limit | note | \(ByteCount(bytes)) | < 30,000"
        let expectation = expected.map { [$0 == "near" ? near : $0] } ?? []
        let photo = Samples.picture("a/1.jpg", bytes: bytes)
        #expect(summary([photo], rule: Samples.photoRule) == expectation)
    }

    @Test func `An empty file is empty and nothing else`() {
        #expect(
            summary([
                Samples.picture("a/1.jpg", seed: "", bytes: 0, format: .unknown),
                Samples.picture("a/2.jpg", seed: "", bytes: 0, format: .unknown),
            ]) == ["picture.empty | error | 0 | -", "picture.empty | error | 0 | -"]
        )
    }

    @Test(arguments: [
        (PictureFormat.heic, "HEIC"), (.pdf, "PDF"), (.webp, "WebP"), (.unknown, "unknown"),
    ])
    func `A wrong format is named, whatever the file name says`(
        format: PictureFormat,
        title: String
    ) {
        #expect(
            summary { $0.format = format }
                == ["picture.wrong-format | error | \(title) | JPEG/PNG"]
        )
    }

    @Test func `A photo must be a JPEG`() {
        #expect(
            summary(rule: Samples.photoRule, path: "a/1.png") { $0.format = .png }
                == ["picture.wrong-format | error | PNG | JPEG"]
        )
    }

    @Test(
        arguments: [
            ("a/1.jpg", PictureFormat.jpeg, []), ("a/1.JPEG", .jpeg, []), ("a/1.PNG", .png, []),
            ("a/1.png", .jpeg, ["picture.extension-mismatch | error | .png | .jpg/.jpeg"]),
            ("a/1.jpg", .png, ["picture.extension-mismatch | error | .jpg | .png"]),
            ("a/1", .png, ["picture.extension-mismatch | error | none | .png"]),
            ("a.jpg/1", .jpeg, ["picture.extension-mismatch | error | none | .jpg/.jpeg"]),
            (
                "a/1.jpg.exe", .jpeg,
                [
                    "picture.extension-mismatch | error | .exe | .jpg/.jpeg",
                    "picture.double-extension | warning | .jpg.exe | .jpg",
                ]
            ),
            ("a/1.jpg.jpg", .jpeg, ["picture.double-extension | warning | .jpg.jpg | .jpg"]),
            ("a/毕业.2024.jpg", .jpeg, []),
        ] as [(String, PictureFormat, [String])]
    )
    func `The extension must be the format's, and one`(
        path: String,
        format: PictureFormat,
        expected: [String]
    ) {
        #expect(summary([Samples.picture(path, format: format)]) == expected)
    }

    @Test(arguments: [
        (PictureFacts.Damage.truncated, "picture.truncated | error | - | -"),
        (.corrupt("bad Huffman code"), "picture.corrupt | error | bad Huffman code | -"),
        (.unsupported("CMYK"), "picture.unsupported | error | CMYK | -"),
        (.overLimit("90,000 × 90,000"), "picture.over-limit | error | 90,000 × 90,000 | -"),
    ])
    func `Damage is told with its reason`(damage: PictureFacts.Damage, expected: String) {
        #expect(summary { $0.damage = damage } == [expected])
    }

    @Test(arguments: [nil, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as [Int?])
    func `EXIF orientations 2 to 8 are an error`(orientation: Int?) {
        let isTurned = orientation.map { (2...8).contains($0) } ?? false
        let expected = isTurned ? ["picture.turned | error | \(orientation ?? 0) | 1"] : []
        #expect(summary { $0.orientation = orientation } == expected)
    }

    @Test(arguments: [
        (0, []), (1, ["picture.trailing-bytes | warning | 1 | 0"]),
        (64, ["picture.trailing-bytes | warning | 64 | 0"]),
        (65, ["picture.trailing-bytes | error | 65 | 0"]),
    ])
    func `Up to 64 bytes behind the picture are a warning, more an error`(
        bytes: Int,
        expected: [String]
    ) {
        #expect(summary { $0.trailingBytes = bytes } == expected)
    }

    @Test(arguments: [
        (190, 254, []), (413, 531, []),
        (189, 254, ["picture.too-few-pixels | error | 189×254 | ≥ 190×254"]),
        (190, 253, ["picture.too-few-pixels | error | 190×253 | ≥ 190×254"]),
        (680, 1000, []), (679, 1000, ["picture.proportions | warning | 0.679 | 0.68–0.82"]),
        (820, 1000, []), (821, 1000, ["picture.proportions | warning | 0.821 | 0.68–0.82"]),
        (0, 0, []),
    ])
    func `A photo has the pixels and the shape of one`(
        width: Int,
        height: Int,
        expected: [String]
    ) {
        let found = summary(rule: Samples.photoRule) { facts in
            facts.width = width
            facts.height = height
        }
        #expect(found == expected)
    }

    @Test func `The same file twice is an error in one material and a warning across two`() {
        let area = Samples.area([Samples.material("a"), Samples.material("b")])
        let findings = CandidateReview(area: area, profile: [:]).findings(for: [
            "a": [
                Samples.picture("a/1.jpg", seed: "x"), Samples.picture("a/2.jpg", seed: "x"),
                Samples.picture("a/3.jpg", seed: "y"),
            ],
            "b": [Samples.picture("b/1.jpg", seed: "x")],
        ])
        #expect(
            findings == [
                Finding(
                    .pictureDuplicate,
                    .error,
                    material: "a",
                    picture: "a/2.jpg",
                    measured: "a/1.jpg"
                ),
                Finding(
                    .pictureDuplicateElsewhere,
                    .warning,
                    material: "b",
                    picture: "b/1.jpg",
                    measured: "a/1.jpg"
                ),
            ]
        )
    }

    @Test func `Findings follow the order of materials, then of pictures`() {
        let area = Samples.area([
            Samples.material("z", maximum: 1), Samples.material("a"), Samples.material("m"),
        ])
        let findings = CandidateReview(area: area, profile: [:]).findings(for: [
            "a": [
                Samples.picture("a/10.png", format: .jpeg), Samples.picture("a/2.jpg", bytes: 0),
            ],
            "z": [Samples.picture("z/1.jpg"), Samples.picture("z/2.gif", format: .gif)],
            "?": [],
        ])
        #expect(
            findings.map { "\($0.code.rawValue) \($0.picture ?? $0.material ?? "-")" } == [
                "material.too-many z", "picture.wrong-format z/2.gif",
                "picture.extension-mismatch a/10.png", "picture.empty a/2.jpg",
                "material.missing m", "material.unknown-folder -",
            ]
        )
    }
}
