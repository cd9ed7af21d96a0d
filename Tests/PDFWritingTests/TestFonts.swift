import Foundation
import PDFWriting
import PageLayout
import Testing

/// The fonts of the Debian packages that the tests demand: a missing one fails them.
enum TestFont: String, CaseIterable {
    case notoSerif = "opentype/noto/NotoSerifCJK-Regular.ttc"
    case notoSerifBold = "opentype/noto/NotoSerifCJK-Bold.ttc"
    case notoSans = "opentype/noto/NotoSansCJK-Regular.ttc"
    case notoSansBold = "opentype/noto/NotoSansCJK-Bold.ttc"
    case kai = "truetype/arphic-gkai00mp/gkai00mp.ttf"
    case hanaA = "truetype/hanazono/HanaMinA.ttf"
    case hanaB = "truetype/hanazono/HanaMinB.ttf"

    /// Simplified Chinese is the third font of a Noto collection.
    private var index: Int { rawValue.hasSuffix(".ttc") ? 2 : 0 }

    func location() throws -> FontLocation {
        let folders = ["/usr/share/fonts", "/usr/local/share/fonts"]
        let found = folders.map { "\($0)/\(rawValue)" }.first {
            FileManager.default.isReadableFile(atPath: $0)
        }
        return FontLocation(
            path: try #require(found, "\(rawValue) is missing: run `make setup`"),
            index: index
        )
    }

    /// The chains of Templates/Fonts/fonts.yaml.
    private static let chains: [FontRole: [TestFont]] = [
        .song: [.notoSerif, .hanaA, .hanaB],
        .songBold: [.notoSerifBold, .notoSerif, .hanaA, .hanaB],
        .hei: [.notoSans, .notoSerif, .hanaA, .hanaB],
        .heiBold: [.notoSansBold, .notoSans, .notoSerif, .hanaA, .hanaB],
        .kai: [.kai, .notoSerif, .hanaA, .hanaB],
    ]

    static func locations() throws -> [FontRole: [FontLocation]] {
        try chains.mapValues { chain in try chain.map { try $0.location() } }
    }

    static func library() throws -> FontLibrary { try FontLibrary(chains: locations()) }
}
