/// A circumstance that must be known before all materials can be told, and what hangs on it.
public struct OpenQuestion: Hashable, Sendable {
    /// Where the answer belongs.
    public var path: ProfilePath
    /// The question.
    public var key: ProfileKey
    /// The ids of the materials that wait for it, in the area's order.
    public var materials: [String]

    /// States a question.
    public init(path: ProfilePath, key: ProfileKey, materials: [String]) {
        self.path = path
        self.key = key
        self.materials = materials
    }
}
