/// What a candidate may change now.
public enum AllowedChanges: Hashable, Sendable {
    /// Nothing: all pictures are locked.
    case nothing
    /// What an office asked for, and no other picture.
    case only([ReturnedItem])
    /// Everything.
    case everything

    /// Whether the picture at a place may be changed, or one be put there.
    public func allows(material: String, place: Int) -> Bool {
        switch self {
        case .nothing: false
        case .only(let items):
            items.contains { $0.covers(material: material, place: place) }
        case .everything: true
        }
    }

    /// Whether pictures of a material may be added and taken out.
    public func allowsPages(of material: String) -> Bool {
        switch self {
        case .nothing: false
        case .only(let items):
            items.contains { $0.material == material && $0.place == nil }
        case .everything: true
        }
    }
}
