import PDFWriting
import PageLayout

/// The first fonts of the chains in Templates/Fonts/fonts.yaml, as Debian's packages install them.
enum BenchmarkFonts {
    private static let serif = noto("NotoSerifCJK-Regular")
    private static let kai = FontLocation(
        path: "/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf"
    )

    static let chains: [FontRole: [FontLocation]] = [
        .song: [serif],
        .songBold: [noto("NotoSerifCJK-Bold")],
        .hei: [noto("NotoSansCJK-Regular")],
        .heiBold: [noto("NotoSansCJK-Bold")],
        .kai: [kai, serif],
    ]

    /// Simplified Chinese is the third font of a collection.
    private static func noto(_ name: String) -> FontLocation {
        FontLocation(path: "/usr/share/fonts/opentype/noto/\(name).ttc", index: 2)
    }
}
