/// A picture as it was, or would be, submitted.
public struct SubmittedPicture: Hashable, Sendable {
    /// The id of the material that it shows.
    public var material: String
    /// Its place among the pictures of the material, from 1.
    public var place: Int
    /// The hash of its file.
    public var hash: ContentHash

    /// States a picture.
    public init(material: String, place: Int, hash: ContentHash) {
        self.material = material
        self.place = place
        self.hash = hash
    }
}
