import Foundation
import Testing

@testable import TemplateCatalog

@Suite struct DamageTextsTests {
    private let texts: DamageTexts

    init() throws { texts = try Repository.catalog().damageTexts() }

    @Test func `all that the readers of pictures say has its Chinese`() throws {
        var sentences: [String] = []
        let folder = Repository.root + "/Sources/Imaging"
        let sources = try #require(FileManager.default.enumerator(atPath: folder))
        for case let name as String in sources where name.hasSuffix(".swift") {
            let source = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            for match in source.matches(
                of:
                    /(?:corrupt|unsupported|overLimit|ImagingError)\(\s*(?:\.\w+,\s*)?"((?:[^"\\]|\\.)*)"/
            ) {
                sentences.append(String(match.1).replacing(/\\\([^()]*\)/, with: "7"))
            }
        }
        #expect(sentences.count > 70)
        #expect(sentences.filter { texts.text($0, in: .zh) == $0 && $0 != "BigTIFF" } == [])
        #expect(sentences.allSatisfy { texts.text($0, in: .en) == $0 })
    }

    @Test(
        arguments: [
            ("checksum of the IHDR chunk", "数据块 IHDR 的校验和不符"),
            ("1x65535 pixels, a side may have 12000", "1×65535 像素，每边最多 12000"),
            ("8x0 pixels", "8×0 像素"),
            ("a pixel of colour 200, the palette has 2", "像素用到颜色 200，而调色板只有 2 种"),
            ("Corrupt JPEG data: premature end of data segment", "图像数据中途缺失"),
            ("Corrupt JPEG data: 12 extraneous bytes before marker 0xd9", "标记 0xd9 前多出 12 字节"),
            ("Bogus Huffman table definition", "霍夫曼表不成立"),
            ("Bogus DQT index 9", "DQT 的编号不成立（9）"),
            ("invalid distance too far back", "压缩数据有错"), ("12-bit", "12 位 JPEG"),
            ("AC Huffman table 1 missing", "缺少霍夫曼表（AC 1）"),
            ("something that nobody knows", "something that nobody knows"),
        ]
    )
    func `a damage is said with what was found`(english: String, chinese: String) {
        #expect(texts.text(english, in: .zh) == chinese)
    }
}
