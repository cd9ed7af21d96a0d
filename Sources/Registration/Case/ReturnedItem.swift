/// One thing that an office asks for when it returns a case.
public struct ReturnedItem: Hashable, Sendable {
    /// The id of the material.
    public var material: String
    /// The place of the picture to replace; nil for the whole material, whose pages may then be
    /// added, replaced and taken out.
    public var place: Int?
    /// The code of the reason, as the templates list them.
    public var reason: String
    /// What the reviewer adds in their own words; may be empty.
    public var note: String

    /// States what is asked for.
    public init(material: String, place: Int? = nil, reason: String, note: String = "") {
        self.material = material
        self.place = place
        self.reason = reason
        self.note = note
    }

    /// Whether a picture lies within what is asked for.
    public func covers(material: String, place: Int) -> Bool {
        self.material == material && (self.place == nil || self.place == place)
    }
}
