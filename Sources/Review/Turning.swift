/// A person's word that a picture lies on its side or upside down, where no tag says so.
public struct Turning: Hashable, Sendable {
    /// The picture, as a path relative to the candidate's folder.
    public var picture: String
    /// Turns by 90 degrees clockwise that make what is seen upright: 1 to 3.
    public var quarters: Int

    /// States a turn.
    public init(picture: String, quarters: Int) {
        self.picture = picture
        self.quarters = quarters
    }
}
