/// The pixels of a picture in a format that no exam takes.
public struct ForeignPicture: Hashable, Sendable {
    /// The first or primary picture, upright as its own format says.
    public let pixels: PixelBuffer
    /// Whether the file has other pages, frames or pictures, which are not decoded.
    public let hasMore: Bool

    /// States a picture.
    public init(pixels: PixelBuffer, hasMore: Bool) {
        self.pixels = pixels
        self.hasMore = hasMore
    }
}
