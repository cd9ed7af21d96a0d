/// A picture of the last submission, and what may be done with it.
public struct CasePicture: Hashable, Sendable {
    /// The id of the material that it shows.
    public let material: String
    /// Its place among the pictures of the material, from 1.
    public let place: Int
    /// The hash of its file.
    public let hash: ContentHash
    /// What may be done with it.
    public let state: PictureState

    init(_ picture: SubmittedPicture, _ state: PictureState) {
        material = picture.material
        place = picture.place
        hash = picture.hash
        self.state = state
    }
}
