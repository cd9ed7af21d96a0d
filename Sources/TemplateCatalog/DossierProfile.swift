/// What a dossier is composed for: which sheets it has, in which order, on one side of the paper or on both.
public struct DossierProfile: Hashable, Sendable {
    /// A part of a dossier; some take several pages.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        case cover
        case index
        /// What is required and what is there, to tick.
        case checklist
        /// What reviewers fill in.
        case review
        /// The pictures of the volume small, several to a page.
        case contact
        case pictures
        /// The state of the dossier, for the archive (卷内备考表).
        case reference
    }

    /// How a reader opens the document.
    public enum Opening: String, Hashable, Sendable, CaseIterable {
        /// A whole page in the window.
        case wholePage
        /// As large as on paper.
        case actualSize
    }

    /// How many pictures a page may hold.
    public static let pictureCounts = [1, 2]
    /// How many thumbnails a page of them may hold.
    public static let thumbnailCounts = [4, 6, 9, 12]

    /// The name by which it is asked for.
    public var name: String
    /// What it is for.
    public var title: String
    /// What it is for, in English.
    public var englishTitle: String
    /// The parts in order; the cover is first, and the pictures are among them.
    public var parts: [Part]
    /// Whether a sheet stands before each material.
    public var hasDividers: Bool
    /// Whether both sides of the paper are printed.
    public var isDuplex: Bool
    /// How many pictures stand on a page, one or two.
    public var picturesPerPage: Int
    /// How many thumbnails stand on a page of them.
    public var thumbnailsPerPage: Int
    /// Whether both sides of a card stand on one page at true size.
    public var pairsCards: Bool
    /// How a reader opens it.
    public var opening: Opening
    /// The colours, where they are not the usual ones.
    public var colours: DossierStyle.Colours?

    init(name: String, _ value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(
            value,
            keys: [
                "title", "english", "parts", "dividers", "duplex", "perPage", "contact", "cards",
                "opens", "colours",
            ]
        )
        self.name = name
        title = try mapping.required("title").words()
        englishTitle = try mapping.required("english").words()
        let list = try mapping.required("parts")
        parts = []
        for item in try list.list() { parts.append(try item.word(of: Part.self)) }
        guard parts.first == .cover, parts.contains(.pictures), Set(parts).count == parts.count
        else {
            throw list.error(.wrongValue, "the cover must be first, and each part stands once")
        }
        let rest = parts.drop { $0 != .pictures }
        guard !rest.contains(.contact) else {
            throw list.error(.wrongValue, "the thumbnails must be before the pictures")
        }
        hasDividers = try mapping.optional("dividers")?.flag() ?? false
        isDuplex = try mapping.optional("duplex")?.flag() ?? false
        picturesPerPage = try mapping.optional("perPage")?.integer(in: 1...2) ?? 1
        let thumbnails = mapping.optional("contact")
        thumbnailsPerPage = try thumbnails?.integer(in: 4...12) ?? 6
        if let thumbnails, !Self.thumbnailCounts.contains(thumbnailsPerPage) {
            throw thumbnails.error(.wrongValue, "a page holds 4, 6, 9 or 12 thumbnails")
        }
        pairsCards = try mapping.optional("cards")?.flag() ?? false
        opening = try mapping.optional("opens")?.word(of: Opening.self) ?? .wholePage
        colours = nil
        if let shades = mapping.optional("colours") {
            colours = try DossierStyle.Colours(yaml: shades)
        }
    }
}

/// The profiles that there are.
public struct DossierProfiles: Hashable, Sendable {
    /// All of them, in the order of the file.
    public let all: [DossierProfile]
    /// The one that is used where none is asked for.
    public let standard: DossierProfile
    /// What is not composed at all: the pictures alone, to upload.
    public let submission: SubmissionProfile

    /// The profile of a name; nil if there is none.
    public subscript(name: String) -> DossierProfile? { all.first { $0.name == name } }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "default", "profiles", "submission"])
        _ = try top.required("format").integer(in: 1...1)
        var all: [DossierProfile] = []
        for entry in try YAMLMapping(top.required("profiles")).entries {
            all.append(try DossierProfile(name: entry.key, entry.value))
        }
        let name = try top.required("default")
        let wanted = try name.words()
        guard let standard = all.first(where: { $0.name == wanted }) else {
            throw name.error(.wrongValue, "there is no such profile")
        }
        self.all = all
        self.standard = standard
        submission = try SubmissionProfile(top.required("submission"))
    }
}
