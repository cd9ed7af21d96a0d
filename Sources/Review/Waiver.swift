/// A candidate's request to be let off a material that cannot be had, with the reason.
public struct Waiver: Hashable, Sendable {
    /// The id of the material.
    public var material: String
    /// Why it cannot be had.
    public var reason: String

    /// States a waiver.
    public init(material: String, reason: String) {
        self.material = material
        self.reason = reason
    }
}
