import Packaging
import PageLayout
public import Registration
import Sealing

/// A picture in one revision of a dossier, as its manifest tells of it.
public struct RevisedPicture: Hashable, Sendable {
    /// The id of its material.
    public let material: String
    /// The title of its material.
    public let title: String
    /// Its place among the pictures of the material, from 1.
    public let place: Int
    /// Where it lies in the bag.
    public let path: String
    /// The hash of its file.
    public let hash: ContentHash
    /// The size of its file.
    public let size: ByteCount
    /// Its width in pixels, as seen upright; 0 if it cannot be drawn.
    public let width: Int
    /// Its height in pixels, as seen upright; 0 if it cannot be drawn.
    public let height: Int
    /// How its stored pixels are turned to be seen upright.
    let turn: Turn
    /// Whether the dossier's pages show it.
    let isDrawn: Bool
    /// What the manifest says of it.
    let entry: JSONValue

    /// Reads what a manifest says; nil for a picture without a file.
    init?(_ entry: JSONValue, material: String, title: String, place: Int) {
        guard let path = entry["path"]?.string,
            let hash = entry["sha256"]?.string.flatMap({ ContentHash(hex: $0) })
        else { return nil }
        (self.material, self.title, self.place) = (material, title, place)
        (self.path, self.hash, self.entry) = (path, hash, entry)
        size = ByteCount(entry["bytes"]?.integer ?? 0)
        let orientation = entry["orientation"]?.integer
        turn = Turn(orientation: orientation)
        let sides = (entry["width"]?.integer ?? 0, entry["height"]?.integer ?? 0)
        let isTurned = PictureTurn(orientation: orientation).exchangesSides
        (width, height) = isTurned ? (sides.1, sides.0) : sides
        isDrawn = entry["embedded"]?.bool == true && width > 0 && height > 0
    }
}
