/// What outside eyes may see of a material: what a copy for them masks.
public enum MaterialPrivacy: String, Hashable, Sendable, CaseIterable {
    /// A document or picture that proves who somebody is: an identity card, a passport, a portrait.
    case identity
    /// A paper with a name, a number, a birthday, an address or a face.
    case personal
    /// A paper about no person, such as an institution's licence.
    case open
}
