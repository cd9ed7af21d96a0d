/// One thing that was done to a picture, in the order in which it was done.
public enum RepairStep: Hashable, Sendable {
    /// The file got the extension of its format.
    case renamed
    /// The pixels were turned upright; without loss, or by coding them again.
    case turned(PictureTurn, isLossless: Bool)
    /// Places, serial numbers and whatever else was not the picture were taken out.
    case metadataRemoved
    /// Bytes behind the end of the picture were cut off.
    case tailRemoved(ByteCount)
    /// What was transparent became white.
    case flattened
    /// Inks or samples of a kind that few programs read became plain RGB.
    case coloursConverted(String)
    /// The format was changed.
    case converted(from: PictureFormat, to: PictureFormat)
    /// A part was cut out.
    case cropped(from: PixelSize, to: PixelSize)
    /// The picture was made smaller.
    case scaled(from: PixelSize, to: PixelSize)
    /// The pixels were coded again, with a quality of the Independent JPEG Group's scale.
    case recoded(quality: Int)
    /// The same pixels were packed into fewer bytes.
    case repacked

    /// The stable name, for texts, logs and JSON.
    public var name: String {
        switch self {
        case .renamed: "renamed"
        case .turned: "turned"
        case .metadataRemoved: "metadata-removed"
        case .tailRemoved: "tail-removed"
        case .flattened: "flattened"
        case .coloursConverted: "colours-converted"
        case .converted: "converted"
        case .cropped: "cropped"
        case .scaled: "scaled"
        case .recoded: "recoded"
        case .repacked: "repacked"
        }
    }
}
