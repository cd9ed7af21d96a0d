/// The dates of one paper that a candidate hands in, as `candidate.yaml` states them.
public struct Paper: Hashable, Sendable {
    /// The last day on which a paper is valid.
    public enum Expiry: Hashable, Sendable {
        /// A date, of which the day, or month and day, may be unknown.
        case on(PartialDate)
        /// 长期: never.
        case never
    }

    /// The id of the material that it belongs to.
    public var material: String
    /// The day on which it was issued, or a photo taken.
    public var issued: PartialDate?
    /// The last day on which it is valid.
    public var expires: Expiry?

    /// States the dates of a paper.
    public init(material: String, issued: PartialDate? = nil, expires: Expiry? = nil) {
        self.material = material
        self.issued = issued
        self.expires = expires
    }
}
