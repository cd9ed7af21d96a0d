import FoundationEssentials
import Imaging
import Registration

/// A picture of the corpora, its measures, and what its row says of it.
struct LabelledPicture {
    let name: String
    let content: PictureContent
    /// Whether EXIF turns the stored picture by a quarter.
    let isStoredSideways: Bool
    let expected: String

    /// All pictures of a group that decode.
    static func all(of group: String, in corpora: String) throws -> [LabelledPicture] {
        let index = try ImagingBenchmark.bytes("\(corpora)/\(group)/index.tsv")
        return try String(decoding: index, as: UTF8.self).split(separator: "\n").dropFirst()
            .compactMap { line in
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                let name = String(fields[0])
                let bytes = try ImagingBenchmark.bytes("\(corpora)/\(group)/\(name)")
                let picture = MeasuredPicture(name: name, bytes: bytes)
                guard let content = picture.facts.content else { return nil }
                return LabelledPicture(
                    name: name,
                    content: content,
                    isStoredSideways: picture.facts.orientation ?? 1 > 4,
                    expected: String(fields[4])
                )
            }
    }

    private func says(_ words: String...) -> Bool { words.contains { expected.contains($0) } }

    /// Sharp by its row; a page of a group without blur is.
    var isSharp: Bool { says("sharp", "upright", "turned", "skew", "sideways") }

    /// So blurred that it is hard or impossible to read.
    var isBadlyBlurred: Bool {
        says("motion", "defocus", "unreadable", "level 6", "sigma 4", "sigma 8")
    }

    var isBlurred: Bool { isBadlyBlurred || says("level 4", "sigma 2") }

    var liesOnItsSide: Bool {
        says("turned 90", "turned 270", "book page lying on its side") || isStoredSideways
    }

    var standsUpright: Bool { says("upright", "turned 180", "skew angle") && !isStoredSideways }

    var isNotWhite: Bool { says("not white", "not plain white") }

    var isWhite: Bool { !isNotWhite && says("white") }
}
