/// How much a picture may claim before it is refused undecoded.
public struct DecodeLimits: Hashable, Sendable {
    /// The most pixels of one picture.
    public var pixels: Int
    /// The most pixels along one side.
    public var side: Int
    /// The most scans of a JPEG; each costs a pass over all of its coefficients.
    public var scans: Int
    /// The most bytes of coefficients of a JPEG of several scans, which must all be kept to the end.
    public var coefficientBytes: Int

    /// Sets the limits; the defaults hold every camera and scanner that candidates use.
    ///
    /// Coefficients of that many bytes are those of 50 megapixels with halved chroma, as usual, or of
    /// 26 megapixels with full chroma.
    public init(
        pixels: Int = 50_000_000,
        side: Int = 12_000,
        scans: Int = 100,
        coefficientBytes: Int = 160_000_000
    ) {
        self.pixels = pixels
        self.side = side
        self.scans = scans
        self.coefficientBytes = coefficientBytes
    }

    func check(width: Int, height: Int) throws(DecodeFault) {
        guard max(width, height) <= side else {
            throw .overLimit("\(width)x\(height) pixels, a side may have \(side)")
        }
        guard width * height <= pixels else {
            throw .overLimit("\(width)x\(height) pixels, a picture may have \(pixels)")
        }
    }
}
