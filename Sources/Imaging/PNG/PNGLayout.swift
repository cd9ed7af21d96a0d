/// Where the parts of a PNG file lie: what a PDF needs to take its compressed data over unchanged.
///
/// Read by itself, the chunks are looked at and the compressed data is not; `PictureInspector` gives
/// the layout of a picture that it has read to the end.
public struct PNGLayout: Hashable, Sendable {
    /// Width in pixels.
    public let width: Int
    /// Height in pixels.
    public let height: Int
    /// Bits of one sample: 1, 2, 4, 8 or 16.
    public let bitDepth: Int
    /// The colour type of IHDR: 0 gray, 2 RGB, 3 indexed, 4 gray and alpha, 6 RGB and alpha.
    public let colourType: Int
    /// Whether the rows are stored in the seven passes of Adam7.
    public let isInterlaced: Bool
    /// Whether there is an alpha channel or a tRNS chunk.
    public let hasTransparency: Bool
    /// Red, green and blue of each colour of an indexed picture, else empty.
    public let palette: [UInt8]
    /// Where the payloads of the IDAT chunks lie in the file; joined they are one zlib stream.
    public let imageData: [Range<Int>]
    /// Whether the stream is known to hold the rows and nothing else: only `PictureInspector`, which
    /// inflates it, can say so.
    public let isExact: Bool

    /// Reads the layout of a PNG file.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - limits: What the picture may claim.
    /// - Throws: `ImagingError` if a chunk is damaged, missing or out of order.
    public init(
        reading bytes: Span<UInt8>,
        limits: DecodeLimits = DecodeLimits()
    ) throws(ImagingError) {
        var structure = PNGStructure()
        do throws(DecodeFault) {
            try structure.read(bytes, limits: limits)
        } catch {
            throw ImagingError(error)
        }
        guard let header = structure.header else { throw ImagingError(.damaged, "no IHDR") }
        self.init(structure, header, isExact: false)
    }

    init(_ structure: PNGStructure, _ header: PNGHeader, isExact: Bool) {
        self.isExact = isExact
        width = header.width
        height = header.height
        bitDepth = header.bitDepth
        colourType = Int(header.colourType.rawValue)
        isInterlaced = header.isInterlaced
        hasTransparency =
            structure.hasTransparencyChunk || [.grayAlpha, .rgbAlpha].contains(header.colourType)
        palette = structure.palette
        imageData = structure.imageData
    }

    /// Whether a PDF reader can decode the data as it is (FlateDecode with PNG predictors).
    public var isPlain: Bool {
        isExact && !isInterlaced && !hasTransparency && bitDepth <= 8
            && [0, 2, 3].contains(colourType)
    }
}
