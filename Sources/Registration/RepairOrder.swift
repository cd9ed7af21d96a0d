/// What a picture must become.
public struct RepairOrder: Hashable, Sendable {
    /// The shape of an identity photo.
    public struct Portrait: Hashable, Sendable {
        /// The size to cut to, and to scale to where bytes are short.
        public var size: PixelSize
        /// The least pixels.
        public var minimum: PixelSize
        /// The band that width divided by height must lie in; nil if any will do.
        public var proportions: ClosedRange<Double>?

        /// States a shape.
        public init(size: PixelSize, minimum: PixelSize, proportions: ClosedRange<Double>?) {
            self.size = size
            self.minimum = minimum
            self.proportions = proportions
        }
    }

    /// The formats that are taken.
    public var formats: [PictureFormat]
    /// The most bytes.
    public var maxBytes: Int?
    /// The most bytes of pixels that are coded anew anyway, where the limit can be read in two ways.
    public var aimBytes: Int?
    /// The most pixels, as seen upright.
    public var maxPixels: PixelSize?
    /// How far the picture may be reduced.
    public var floor: LegibilityFloor
    /// How the pixels are to be moved.
    public var turn: PictureTurn
    /// Whether what the file says beside its pixels is to be taken out.
    public var removesMetadata: Bool
    /// Whether transparency is to become white.
    public var flattens: Bool
    /// The shape of an identity photo; nil for papers.
    public var portrait: Portrait?

    /// States formats; whatever else is left out is left alone.
    public init(
        formats: [PictureFormat],
        maxBytes: Int? = nil,
        aimBytes: Int? = nil,
        maxPixels: PixelSize? = nil,
        floor: LegibilityFloor = LegibilityFloor(),
        turn: PictureTurn = .none,
        removesMetadata: Bool = false,
        flattens: Bool = false,
        portrait: Portrait? = nil
    ) {
        self.formats = formats
        self.maxBytes = maxBytes
        self.aimBytes = aimBytes ?? maxBytes
        self.maxPixels = maxPixels
        self.floor = floor
        self.turn = turn
        self.removesMetadata = removesMetadata
        self.flattens = flattens
        self.portrait = portrait
    }
}
