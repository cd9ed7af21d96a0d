/// A picture of the file, as it is stored.
public struct PDFImage: Hashable, Sendable {
    /// The number of its object: the same for every place where it is drawn.
    public let number: Int
    /// Width in pixels.
    public let width: Int
    /// Height in pixels.
    public let height: Int
    /// Bits for one sample; 0 where the coding tells.
    public let bits: Int
    /// How it is coded, in the order of decoding: DCTDecode for a JPEG file.
    public let filters: [String]
    /// The PNG or TIFF predictor, 1 for none.
    public let predictor: Int
    /// The name of the space of colours: DeviceGray, DeviceRGB, Indexed and so on; nil for a mask.
    public let colourSpace: String?
    /// The colours of an Indexed space, in triples for DeviceRGB.
    public let palette: [UInt8]?
    /// Whether another picture says where this one can be seen through.
    public let hasMask: Bool
    /// What else its dictionary says, in the order of the alphabet: any of it may change how the picture looks.
    public let otherEntries: [String]
    /// Where its bytes lie in the file, as they are stored.
    public let range: Range<Int>

    /// Whether the stored bytes are a whole JPEG file.
    public var isJPEG: Bool { filters == ["DCTDecode"] }
}

/// A picture where a page draws it.
public struct PDFPlacedImage: Hashable, Sendable {
    /// The picture.
    public let image: PDFImage
    /// Brings the unit square, in which every picture stands upright, onto the page.
    public let matrix: PDFMatrix

    /// The box around it on the page.
    public var box: PDFRectangle {
        PDFRectangle(matrix(0, 0), matrix(1, 1))
            .union(PDFRectangle(matrix(1, 0), matrix(0, 1)))
    }
}

extension PDFRectangle {
    func union(_ other: Self) -> Self {
        var result = self
        result.minX = min(minX, other.minX)
        result.minY = min(minY, other.minY)
        result.maxX = max(maxX, other.maxX)
        result.maxY = max(maxY, other.maxY)
        return result
    }
}
