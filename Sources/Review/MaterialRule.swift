public import Registration

/// A category of material in an area, and who must hand it in.
public struct MaterialRule: Hashable, Sendable {
    /// What the picture must be taken of.
    public enum PaperForm: String, Hashable, Sendable, CaseIterable {
        case original
        case copy
        case either
    }

    /// A material that takes this one's place under a condition.
    public struct Replacement: Hashable, Sendable {
        /// The id of the material handed in instead.
        public var material: String
        /// When it takes the place.
        public var condition: Condition

        /// States a replacement.
        public init(material: String, condition: Condition) {
            self.material = material
            self.condition = condition
        }
    }

    /// A hint for the candidate and the reviewer, and whom it concerns.
    public struct Note: Hashable, Sendable {
        /// Whom it concerns.
        public var condition: Condition
        /// The hint.
        public var text: String

        /// States a hint.
        public init(condition: Condition = .always, text: String) {
            self.condition = condition
            self.text = text
        }
    }

    /// A stable name, "hn.diploma".
    public var id: String
    /// The exact name in the manual.
    public var title: String
    /// A gloss for readers of English.
    public var englishTitle: String?
    /// What the paper proves, by the same word in every area, so that areas can be compared.
    public var concept: String
    /// The heading of the manual that it stands under, where that is another name.
    public var category: String?
    /// Documents of which one is enough, where the manual says 或.
    public var oneOf: [String]
    /// Where it stands in the area's order, from 0.
    public var order: Int
    /// Who must hand it in.
    public var condition: Condition
    /// Whether it is always accepted and never required.
    public var isOptional: Bool
    /// How many pictures.
    public var count: CountRule
    /// What takes its place.
    public var replacement: Replacement?
    /// Ids of materials that prove the same: pictures there make up for none here.
    public var satisfiedBy: [String]
    /// Ids of materials of which one must be there as well, such as the original of a translation.
    public var accompanies: [String]
    /// How long the paper counts.
    public var validity: Validity?
    /// Whether the picture must show the original, a copy, or either.
    public var form: PaperForm
    /// For whom it may be waived with a reason; nil for nobody.
    public var waivable: Condition?
    /// What its pictures must be like.
    public var pictureRule: PictureRule
    /// The manual's sentence.
    public var clause: Clause
    /// Hints, each for those whom it concerns.
    public var notes: [Note]
    /// What the reviewer should look for and a program cannot: 公章, not a department's seal.
    public var reviewerNotes: [String]
    /// Where to get it.
    public var source: String?
    /// What outside eyes may see of it; personal where the area says nothing, for a mistake the other
    /// way round cannot be undone.
    public var privacy: MaterialPrivacy

    /// States a material that everybody must hand in; what is special about it is set afterwards.
    public init(
        id: String,
        title: String,
        count: CountRule,
        pictureRule: PictureRule,
        clause: Clause
    ) {
        self.id = id
        self.title = title
        self.count = count
        self.pictureRule = pictureRule
        self.clause = clause
        concept = id.firstIndex(of: ".").map { String(id[id.index(after: $0)...]) } ?? id
        oneOf = []
        order = 0
        condition = .always
        isOptional = false
        satisfiedBy = []
        accompanies = []
        form = .either
        notes = []
        reviewerNotes = []
        privacy = .personal
    }
}
