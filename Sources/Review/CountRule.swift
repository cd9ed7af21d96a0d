/// How many pictures of a material there must and may be.
///
/// The first case whose condition holds applies, so the last one should hold always.
public struct CountRule: Hashable, Sendable {
    /// Numbers for one circumstance.
    public struct Case: Hashable, Sendable {
        /// When these numbers apply.
        public var condition: Condition
        /// The least number of pictures.
        public var minimum: Int
        /// The greatest number, beyond which nothing can be uploaded; nil for no limit.
        public var maximum: Int?
        /// What the numbers are multiplied by; nil for once.
        public var multiplier: Multiplier?

        /// States the numbers of one circumstance.
        public init(
            condition: Condition = .always,
            minimum: Int,
            maximum: Int? = nil,
            multiplier: Multiplier? = nil
        ) {
            self.condition = condition
            self.minimum = minimum
            self.maximum = maximum
            self.multiplier = multiplier
        }
    }

    /// "For each entry of a list that meets a condition": 每个单位一份.
    public struct Multiplier: Hashable, Sendable {
        /// The key of the list, "units".
        public var list: String
        /// Which entries count.
        public var condition: Condition

        /// States what to multiply by.
        public init(list: String, condition: Condition = .always) {
            self.list = list
            self.condition = condition
        }
    }

    /// The cases, in the order in which they are tried.
    public var cases: [Case]

    /// States a rule by its cases.
    public init(_ cases: [Case]) { self.cases = cases }
}
