/// A picture reduced to what survives scaling and coding, to find near copies without the pictures.
///
/// Pictures of the same kind have close hashes too (two certificates from one template), so a pair
/// with close hashes must be verified by its thumbnails.
public struct PictureLikeness: Hashable, Sendable {
    /// Pixels along each side of a thumbnail, whatever the shape of the picture: the fewest with which
    /// another name on the same form can still be told from another coding of the same picture.
    public static let thumbnailSide = 128

    /// 256 bits: the signs of the lowest frequencies.
    public let hash: [UInt64]
    /// The picture in gray, slightly softened, in rows from the top.
    public let thumbnail: [UInt8]

    /// Wraps both; nil unless they have their sizes.
    public init?(hash: [UInt64], thumbnail: [UInt8]) {
        guard hash.count == 4, thumbnail.count == Self.thumbnailSide * Self.thumbnailSide else {
            return nil
        }
        self.hash = hash
        self.thumbnail = thumbnail
    }

    /// In how many of the 256 bits two pictures differ.
    public func distance(to other: PictureLikeness) -> Int {
        zip(hash, other.hash).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    }
}
