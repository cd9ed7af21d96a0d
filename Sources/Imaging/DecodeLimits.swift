/// How much a picture may claim before it is refused undecoded.
public struct DecodeLimits: Hashable, Sendable {
    /// The most pixels of one picture.
    public var pixels: Int
    /// The most pixels along one side.
    public var side: Int
    /// The most scans of a JPEG; each costs a pass over all of its coefficients.
    public var scans: Int

    /// Sets the limits; the defaults hold every camera and scanner that candidates use.
    public init(pixels: Int = 50_000_000, side: Int = 12_000, scans: Int = 100) {
        self.pixels = pixels
        self.side = side
        self.scans = scans
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
