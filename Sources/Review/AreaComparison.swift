import Registration

/// Two exam areas beside each other, material by material, for people who move between them.
public struct AreaComparison: Sendable {
    /// What is different about a material that both areas know.
    public enum Aspect: String, Hashable, Sendable, CaseIterable {
        /// Its name.
        case title
        /// Who must hand it in.
        case condition
        /// How many pictures.
        case count
        /// How long the paper counts.
        case validity
        /// Original or copy.
        case form
        /// What takes its place.
        case replacement
        /// What its pictures must be like.
        case pictures
    }

    /// The papers of both areas that prove the same; one side is empty where only one area asks.
    public struct Pair: Sendable {
        /// What they prove.
        public var concept: String
        /// The paper in the first area.
        public var from: MaterialRule?
        /// The paper in the second.
        public var to: MaterialRule?

        /// What is different; empty for papers that only one area knows.
        public var aspects: [Aspect] {
            guard let from, let to else { return [] }
            return Aspect.allCases.filter { !$0.isSame(from, to) }
        }
    }

    /// The area that somebody comes from.
    public let from: Area
    /// The area that they go to.
    public let to: Area
    /// All papers, in the order of the second area; those only in the first come last.
    public let pairs: [Pair]

    /// Compares two areas.
    public init(from: Area, to: Area) {
        self.from = from
        self.to = to
        let needed = from.materials.filter { !$0.isOptional }
        let known = Set(to.materials.map(\.concept))
        let shared = to.materials.filter { !$0.isOptional }.map { material in
            Pair(
                concept: material.concept,
                from: needed.first { $0.concept == material.concept },
                to: material
            )
        }
        pairs =
            shared
            + needed.filter { !known.contains($0.concept) }.map {
                Pair(concept: $0.concept, from: $0, to: nil)
            }
    }

    /// Papers that only the second area asks for.
    public var added: [MaterialRule] { pairs.filter { $0.from == nil }.compactMap(\.to) }

    /// Papers that only the first area asks for.
    public var dropped: [MaterialRule] { pairs.filter { $0.to == nil }.compactMap(\.from) }

    /// Values that the first area accepts for a circumstance that both ask about, and the second not.
    public var refusedValues: [(key: ProfileKey, values: [String])] {
        to.vocabulary.compactMap { key in
            guard case .choice(let values) = key.kind,
                case .choice(let others)? = from.profileKey(key.key)?.kind
            else { return nil }
            let refused = others.filter { !values.contains($0) }
            return refused.isEmpty ? nil : (key, refused)
        }
    }
}

extension AreaComparison.Aspect {
    fileprivate func isSame(_ left: MaterialRule, _ right: MaterialRule) -> Bool {
        switch self {
        case .title: left.title == right.title
        case .condition: left.condition == right.condition
        case .count: left.count == right.count
        case .validity: left.validity?.rule == right.validity?.rule
        case .form: left.form == right.form
        case .replacement: (left.replacement == nil) == (right.replacement == nil)
        case .pictures: left.pictureRule.limits == right.pictureRule.limits
        }
    }
}

extension PictureRule {
    /// The rule without the sentence that it comes from, which always differs.
    fileprivate var limits: Self {
        var limits = self
        limits.clause.section = ""
        limits.clause.quote = ""
        return limits
    }
}
