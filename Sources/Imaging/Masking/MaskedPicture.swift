public import Registration

/// A picture made for outside eyes: upright, without metadata, its hidden parts gone from the pixels.
public struct MaskedPicture: Hashable, Sendable {
    /// The file.
    public var bytes: [UInt8]
    /// The format of the file.
    public var format: PictureFormat
    /// The parts that were painted over, in pixels as seen upright; empty if nothing was hidden.
    public var regions: [PixelRegion]
}
