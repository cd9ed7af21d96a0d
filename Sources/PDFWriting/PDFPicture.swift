/// A picture as it goes into a PDF: its own compressed bytes where PDF can carry them.
public struct PDFPicture: Sendable {
    /// How the bytes are coded.
    public enum Coding: Hashable, Sendable {
        /// A JPEG file, whole (DCTDecode).
        case jpeg
        /// The joined IDAT chunks of a PNG (FlateDecode with PNG predictors).
        case pngData
        /// Plain samples, compressed while writing.
        case samples
    }

    /// How colours are coded.
    public enum Colours: Hashable, Sendable {
        case gray
        case rgb
        /// Indexes into a palette of RGB triples.
        case indexed(palette: [UInt8])

        var channels: Int { self == .rgb ? 3 : 1 }
    }

    /// How the bytes are coded.
    public var coding: Coding
    /// Width in pixels.
    public var width: Int
    /// Height in pixels.
    public var height: Int
    /// Bits for one sample.
    public var bits: Int
    /// The colours.
    public var colours: Colours
    /// The bytes.
    public var source: ByteSource
    /// What to call the picture in an error; no personal data.
    public var name: String

    /// States a picture.
    public init(
        coding: Coding,
        width: Int,
        height: Int,
        bits: Int = 8,
        colours: Colours,
        source: ByteSource,
        name: String
    ) {
        self.coding = coding
        self.width = width
        self.height = height
        self.bits = bits
        self.colours = colours
        self.source = source
        self.name = name
    }
}
