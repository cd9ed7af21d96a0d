/// What is refused as too much before memory or time is spent on it.
public struct PDFLimits: Hashable, Sendable {
    /// The most bytes of a file.
    public var fileBytes = 256 << 20
    /// The most objects that the cross-references may count.
    public var objects = 500_000
    /// The most values (numbers, names, strings, arrays and so on) in all objects and fonts.
    public var values = 2_000_000
    /// The most arrays and dictionaries inside each other.
    public var nesting = 64
    /// The most sections of cross-references.
    public var sections = 64
    /// The most bytes that one stream may hold unpacked.
    public var streamBytes = 16 << 20
    /// The most bytes of all streams unpacked, counted each time that one is asked for.
    public var totalBytes = 64 << 20
    /// The most bytes of samples of one picture, when they are asked for.
    public var sampleBytes = 96 << 20
    /// The most pages.
    public var pages = 5_000
    /// The most levels of a tree of pages, names or labels.
    public var treeDepth = 32
    /// The most embedded files.
    public var attachments = 1_000
    /// The most operators of one page, with those of the forms that it draws.
    public var operators = 1_000_000
    /// The most operators of all pages, counted each time that a page is asked for.
    public var totalOperators = 5_000_000
    /// The most graphics states saved at once.
    public var savedStates = 256
    /// The most forms drawn inside each other.
    public var formDepth = 12
    /// The most shapes of one page.
    public var shapes = 100_000
    /// The most corners of all shapes of one page.
    public var points = 1_000_000
    /// The most characters of one page.
    public var characters = 1_000_000
    /// The most pixels of a raster.
    public var pixels = 50_000_000
    /// The most pixels painted, counted each time, and edges met by rows while drawing one raster.
    public var painted = 400_000_000

    /// States the limits; the defaults suit a dossier of a hundred pages.
    public init() {}
}
