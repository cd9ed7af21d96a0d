public import Registration

/// A picture in fewer bytes than its file has.
public struct ReducedPicture: Hashable, Sendable {
    /// The file, a JPEG or a PNG.
    public var bytes: [UInt8]
    /// The format of the file.
    public var format: PictureFormat
    /// Width and height as stored.
    public var size: PixelSize
    /// Whether the pixels have no colours.
    public var isGray: Bool
    /// What was done, in order.
    public var steps: [RepairStep]
}
