public import Registration

/// What pictures of papers must look like, as far as it can be measured.
///
/// The borders are areas' data: only what is surely useless is an error, the rest warns.
public struct LookRule: Hashable, Sendable {
    /// Two borders of one measure.
    public struct Borders: Hashable, Sendable {
        /// Below it the picture is refused.
        public var failBelow: Double
        /// Below it the picture is doubtful.
        public var warnBelow: Double

        /// States two borders.
        public init(failBelow: Double, warnBelow: Double) {
            self.failBelow = failBelow
            self.warnBelow = warnBelow
        }
    }

    /// When text is taken to run down the picture.
    public struct Sideways: Hashable, Sendable {
        /// At least so many pieces of the picture must have voted.
        public var votes: Int
        /// At this balance of votes, from 1 (across) to -1 (down), or below it.
        public var balance: Double

        /// States when.
        public init(votes: Int, balance: Double) {
            self.votes = votes
            self.balance = balance
        }
    }

    /// When two pictures are taken to be the same.
    public struct NearCopy: Hashable, Sendable {
        /// At most so many of the 256 bits of their hashes differ.
        public var distance: Int
        /// At most so many levels of gray apart are the tiles that differ most.
        public var difference: Double

        /// States when.
        public init(distance: Int, difference: Double) {
            self.distance = distance
            self.difference = difference
        }
    }

    /// Directional contrast-normalised Laplacian: how sharp.
    public var sharpness: Borders?
    /// The luma of the brightest hundredth: how light.
    public var brightness: Borders?
    /// From the darkest to the brightest hundredth.
    public var contrast: Borders?
    /// A picture without busy tiles and with less ink than this share is blank.
    public var blankInk: Double?
    /// When text lies on its side.
    public var sideways: Sideways?
    /// A spot larger than this share outshines the paper.
    public var glareAbove: Double?
    /// A JPEG of less quality than this has lost detail.
    public var qualityBelow: Int?
    /// When two pictures are the same to the eye.
    public var nearCopy: NearCopy?
    /// Whether to note what runs over the edge; it may well be the table.
    public var notesCutOff = false
    /// The manual's sentence about clear pictures.
    public var clause: Clause
    /// The manual's sentence about upright pictures.
    public var uprightClause: Clause

    /// States the clauses; what the area leaves open stays unchecked.
    public init(clause: Clause, uprightClause: Clause) {
        self.clause = clause
        self.uprightClause = uprightClause
    }
}
