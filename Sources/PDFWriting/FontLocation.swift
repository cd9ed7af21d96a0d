/// A font in a file.
public struct FontLocation: Hashable, Sendable {
    /// The file's path.
    public var path: String
    /// The font's number in a collection, from 0.
    public var index: Int

    /// States a font's place.
    public init(path: String, index: Int = 0) {
        self.path = path
        self.index = index
    }
}
