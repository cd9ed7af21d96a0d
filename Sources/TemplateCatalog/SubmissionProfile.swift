/// How the pictures alone are put into one PDF to upload, and how far they may be reduced for it.
public struct SubmissionProfile: Hashable, Sendable {
    /// The name by which it is asked for, beside those of the dossier's profiles.
    public static let name = "submission"

    /// What it is for.
    public var title: String
    /// What it is for, in English.
    public var englishTitle: String
    /// Whether a small line under each picture says what it shows.
    public var hasCaptions: Bool
    /// The millimetres left free around a picture that is no scan of a whole page.
    public var margin: Double
    /// Whether a picture that is wider than tall has a page that lies.
    public var turnsPages: Bool
    /// The resolutions in print between which a picture is reduced; a coarser one keeps its pixels.
    public var resolutions: ClosedRange<Int>
    /// The qualities between which a picture is reduced before its resolution is; below them goes only
    /// what has the least resolution, down to the area's own least quality.
    public var qualities: ClosedRange<Int>

    init(_ value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(
            value,
            keys: ["title", "english", "caption", "margin", "turns", "dpi", "quality"]
        )
        title = try mapping.required("title").words()
        englishTitle = try mapping.required("english").words()
        hasCaptions = try mapping.optional("caption")?.flag() ?? false
        margin = try mapping.optional("margin")?.number(in: 0...50) ?? 10
        turnsPages = try mapping.optional("turns")?.flag() ?? false
        let dpi = try YAMLMapping(mapping.required("dpi"), keys: ["least", "most"])
        let least = try dpi.required("least").integer(in: 72...1200)
        resolutions = least...(try dpi.required("most").integer(in: least...1200))
        let quality = try YAMLMapping(mapping.required("quality"), keys: ["good", "best"])
        let good = try quality.required("good").integer(in: 1...100)
        qualities = good...(try quality.required("best").integer(in: good...100))
    }
}
