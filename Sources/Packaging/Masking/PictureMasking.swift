public import Registration

/// What a copy for outside eyes shows of a picture, and why.
public struct PictureMasking: Hashable, Sendable {
    /// What is shown.
    public enum Treatment: Hashable, Sendable {
        /// All pixels; what the file says beside them is gone.
        case shown
        /// All pixels but those of some parts, which are gone.
        case masked([PixelRegion])
        /// Nothing: the copy holds no file of it.
        case withheld
    }

    /// Why.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// The area says that the material is open.
        case open
        /// masks.yaml says that there is nothing to hide.
        case clear
        /// masks.yaml says what to hide.
        case boxes
        /// The standard layout of the identity card, which fills the picture.
        case identityCard = "identity-card"
        /// Nobody said what to hide.
        case noRegion = "no-region"
        /// The picture cannot be decoded, so nothing can be taken out of it.
        case unreadable
    }

    /// What is shown.
    public var treatment: Treatment
    /// Why.
    public var rule: Rule

    /// States a decision.
    public init(_ treatment: Treatment, by rule: Rule) {
        self.treatment = treatment
        self.rule = rule
    }

    /// The parts that are hidden; empty unless some are.
    public var regions: [PixelRegion] {
        if case .masked(let regions) = treatment { return regions }
        return []
    }
}
