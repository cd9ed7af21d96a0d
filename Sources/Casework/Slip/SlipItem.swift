public import Registration

/// One thing that a slip asks the candidate to mend.
public struct SlipItem: Hashable, Sendable {
    /// A picture of a submission.
    public struct Picture: Hashable, Sendable {
        /// Its place among the pictures of the material, from 1.
        public var place: Int
        /// The hash of its file.
        public var hash: ContentHash

        /// Names a picture.
        public init(place: Int, hash: ContentHash) {
            self.place = place
            self.hash = hash
        }
    }

    /// The id of the material.
    public var material: String
    /// The material's title.
    public var title: String
    /// The picture; nil for the whole material.
    public var picture: Picture?
    /// Why it is asked for.
    public var reason: SlipReason
    /// What the reviewer adds in their own words; may be empty.
    public var note: String

    /// States what is asked for.
    public init(
        material: String,
        title: String,
        picture: Picture?,
        reason: SlipReason,
        note: String = ""
    ) {
        self.material = material
        self.title = title
        self.picture = picture
        self.reason = reason
        self.note = note
    }

    /// The same as the case's events state it.
    public var returned: ReturnedItem {
        ReturnedItem(
            material: material,
            place: picture?.place,
            reason: reason.code,
            note: note
        )
    }
}
