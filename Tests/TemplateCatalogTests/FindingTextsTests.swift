import Registration
import Review
import Testing

@testable import TemplateCatalog

@Suite struct FindingTextsTests {
    @Test func `Every code of a review is listed once and has a sentence`() throws {
        let texts = try Repository.catalog().findingTexts()
        #expect(texts.codes.isSuperset(of: Finding.Code.reviewCodes))
        #expect(Set(Finding.Code.reviewCodes).count == Finding.Code.reviewCodes.count)
    }

    @Test(arguments: Finding.Code.reviewCodes)
    func `A sentence and a way to mend exist in both languages`(code: Finding.Code) throws {
        let texts = try Repository.catalog().findingTexts()
        let area = try Repository.catalog().area("hunan-2026").area
        let finding = Finding(
            code,
            .error,
            material: "hn.id",
            picture: "a.jpg",
            measured: "M",
            limit: "L"
        )
        for language in FindingTexts.Language.allCases {
            let sentence = texts.sentence(for: finding, in: language, area: area)
            #expect(!sentence.contains("{") && !sentence.contains("—"))
            #expect(sentence != "\(code.rawValue) M L")
            #expect(texts.mending(of: finding, in: language, area: area) != nil)
            let hasChinese = sentence.unicodeScalars.contains {
                (0x4E00...0x9FFF).contains($0.value)
            }
            #expect(hasChinese == (language == .zh || sentence.contains("有效身份证明")))
        }
    }

    @Test func `A finding is said with its material, numbers and words`() throws {
        let texts = try Repository.catalog().findingTexts()
        let area = try Repository.catalog().area("hunan-2026").area
        let large = Finding(
            .pictureTooLarge,
            .error,
            material: "hn.id",
            picture: "1.jpg",
            measured: "204,801",
            limit: "≤ 204,800"
        )
        #expect(
            texts.sentence(for: large, in: .zh, area: area)
                == "1.jpg 有 204,801 字节，限 ≤ 204,800 字节。"
        )
        let missing = Finding(
            .materialMissing,
            .error,
            material: "hn.id",
            measured: "0",
            limit: "≥ 3"
        )
        #expect(
            texts.sentence(for: missing, in: .en, area: area)
                == "“有效身份证明 (identity document)” is missing; pictures needed ≥ 3."
        )
        let unknown = Finding(
            .pictureWrongFormat,
            .error,
            picture: "{limit}.jpg",
            measured: "unknown",
            limit: "JPEG/PNG"
        )
        #expect(
            texts.sentence(for: unknown, in: .zh, area: area)
                == "{limit}.jpg 的真实格式：无法识别；只接受 JPEG/PNG。"
        )
        #expect(texts.isRepairable(.pictureTurned))
        #expect(!texts.isRepairable(.pictureTruncated))
    }

    @Test func `An unknown code is named as it is`() throws {
        let texts = try Repository.catalog().findingTexts()
        let area = try Repository.catalog().area("hunan-2026").area
        let finding = Finding(.init("picture.yellowed"), .warning, measured: "0.04")
        #expect(texts.sentence(for: finding, in: .zh, area: area) == "picture.yellowed 0.04")
        #expect(texts.mending(of: finding, in: .zh, area: area) == nil)
    }

    @Test(
        arguments: [
            ("zh: 甲 {size}\n    en: b", "f:4:9: unknown placeholder {size}"),
            ("zh: 甲", "f:4:5: the key \"en\" is missing"),
        ]
    )
    func `A faulty text is told by its place`(body: String, message: String) {
        let yaml = """
            format: 1
            findings:
              a.b:
                \(body)
                mend: { zh: 丙, en: d }
                repairable: false

            """
        let error = #expect(throws: CatalogError.self) {
            try FindingTexts(bytes: Array(yaml.utf8), file: "f")
        }
        #expect(error?.description == message)
    }
}
