/// Something that an area asks for and that could not be done to a picture.
public enum RepairShortfall: Hashable, Sendable {
    /// Under the byte limit the picture would no longer be legible: the least bytes that are.
    case illegible(least: ByteCount, PixelSize, quality: Int)
    /// To cut a portrait to shape just one face must be seen in it: how many were.
    case noSingleFace(Int)
    /// The face stands too close to a side to cut the portrait to shape.
    case faceTooClose
    /// The picture has too few pixels, and enlarging it adds none.
    case tooSmall(PixelSize)
    /// The file has more pages or frames; only the first was taken.
    case onlyFirst
    /// The pixels cannot be had: the reason, in English.
    case undecodable(String)

    /// The stable name, for texts, logs and JSON.
    public var name: String {
        switch self {
        case .illegible: "illegible"
        case .noSingleFace: "no-single-face"
        case .faceTooClose: "face-too-close"
        case .tooSmall: "too-small"
        case .onlyFirst: "only-first"
        case .undecodable: "undecodable"
        }
    }
}
