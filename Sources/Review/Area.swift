public import Registration

/// An exam area's rules for one year, read from its file and never changed.
public struct Area: Hashable, Sendable {
    /// A stable name, "hunan-2026".
    public var id: String
    /// The name in Chinese.
    public var name: String
    /// The name in English.
    public var englishName: String
    /// The province's code in GB/T 2260, "43".
    public var region: String
    /// The year of the exam.
    public var year: Int
    /// The title of the manual that the clauses quote.
    public var manual: String
    /// What pictures of materials must be like.
    public var pictureRule: PictureRule
    /// What the identity photo must be like; nil where the manual says nothing of one.
    public var photoRule: PictureRule?
    /// What a submission locks.
    public var lockScope: LockScope
    /// What it says of submitting; nil where the manual says nothing.
    public var submission: SubmissionRule?
    /// What the numbers of identity documents look like; a kind without a rule is not checked.
    public var idNumberRules: [IDNumberRule]
    /// How many characters a name may have; nil for any number.
    public var nameLimit: Int?
    /// What the manual says besides its rules about materials.
    public var advice: [Advice]
    /// What the profile itself must be like.
    public var profileRules: [ProfileRule]
    /// In what form everything is handed in.
    public var delivery: Delivery
    /// When the area takes registrations; empty where the manual names no days.
    public var deadlines: [Deadline]
    /// The circumstances that the rules ask about, in the order in which to ask.
    public var vocabulary: [ProfileKey]
    /// The materials, in the manual's order.
    public var materials: [MaterialRule] {
        didSet { needRules = materials.map(NeedRule.init) }
    }
    /// Who needs which of the materials, in the same order.
    private(set) var needRules: [NeedRule]

    /// States an area by its name and its picture rules; lists are filled afterwards.
    public init(
        id: String,
        name: String,
        englishName: String,
        region: String,
        year: Int,
        manual: String,
        pictureRule: PictureRule,
        photoRule: PictureRule?,
        lockScope: LockScope
    ) {
        self.id = id
        self.name = name
        self.englishName = englishName
        self.region = region
        self.year = year
        self.manual = manual
        self.pictureRule = pictureRule
        self.photoRule = photoRule
        self.lockScope = lockScope
        idNumberRules = []
        advice = []
        profileRules = []
        delivery = Delivery(.pictures)
        deadlines = []
        vocabulary = []
        materials = []
        needRules = []
    }

    /// The material with an id; nil if there is none.
    public func material(id: String) -> MaterialRule? { materials.first { $0.id == id } }

    /// The circumstance with a key; nil if the area's rules do not ask about it.
    public func profileKey(_ key: String) -> ProfileKey? { vocabulary.first { $0.key == key } }
}
