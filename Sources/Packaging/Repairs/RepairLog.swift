public import Registration
import Sealing

/// What was repaired in a candidate's folder: `repaired/repairs.json`.
///
/// Its form is published in Templates/Schemas/repairs.schema.json.
public struct RepairLog: Hashable, Sendable {
    /// A file as the log knows it.
    public struct File: Hashable, Sendable {
        /// The path relative to the candidate's folder.
        public var path: String
        /// Its SHA-256.
        public var hash: ContentHash
        /// Its size.
        public var size: ByteCount
        /// Its true format.
        public var format: PictureFormat
        /// Its pixels, as stored.
        public var pixels: PixelSize
        /// Its quality, of a JPEG.
        public var quality: Int?
    }

    /// A picture before and after.
    public struct Entry: Hashable, Sendable {
        /// The file under `materials`, which nobody touched.
        public var original: File
        /// The file under `repaired`.
        public var repaired: File
        /// What was done, in order.
        public var steps: [RepairStep]
    }

    /// Where repairs lie in a candidate's folder.
    public static let folder = "repaired"
    /// Where the log lies.
    static let fileName = "repairs.json"
    static let path = "\(folder)/\(fileName)"

    /// The repairs, in the order of the originals.
    public var entries: [Entry]

    /// Collects repairs.
    init(_ entries: [Entry]) { self.entries = entries }

    /// The repair of a picture, by the path of the original.
    func entry(for original: String) -> Entry? { entries.first { $0.original.path == original } }
}
