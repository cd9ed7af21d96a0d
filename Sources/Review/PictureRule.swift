public import Registration

/// What a picture file must be like, for all materials of an area or for one of them.
public struct PictureRule: Hashable, Sendable {
    /// The least, or the greatest, width and height.
    public struct PixelBorder: Hashable, Sendable {
        /// Pixels across, as seen upright.
        public var width: Int
        /// Pixels down, as seen upright.
        public var height: Int
        /// How bad it is to lie beyond.
        public var severity: Finding.Severity

        /// States a border.
        public init(width: Int, height: Int, severity: Finding.Severity) {
            self.width = width
            self.height = height
            self.severity = severity
        }
    }

    /// The band that width divided by height must lie in, borders included.
    public struct Proportions: Hashable, Sendable {
        /// The slimmest allowed.
        public var minimum: Double
        /// The widest allowed.
        public var maximum: Double
        /// How bad it is to lie outside.
        public var severity: Finding.Severity

        /// States a band.
        public init(minimum: Double, maximum: Double, severity: Finding.Severity) {
            self.minimum = minimum
            self.maximum = maximum
            self.severity = severity
        }
    }

    /// A background that is white, as far as its border strips show.
    public struct Background: Hashable, Sendable {
        /// Below this share of white pixels, 0 to 1, the background is not white.
        public var failBelow: Double
        /// Below this share the background is doubtful.
        public var warnBelow: Double

        /// States the two shares.
        public init(failBelow: Double, warnBelow: Double) {
            self.failBelow = failBelow
            self.warnBelow = warnBelow
        }
    }

    /// How far repair may reduce a picture to meet the limits.
    public var floor = LegibilityFloor()
    /// The size to which repair cuts and scales an identity photo; nil for papers.
    public var photoSize: PixelSize?
    /// How bad a picture is that lets the ground shine through, if the area cares.
    public var transparency: Finding.Severity?
    /// How many faces must be seen, if the area says so; another number is a warning.
    public var faces: Int?
    /// What the picture must look like, if the area says so.
    public var looks: LookRule?
    /// The formats that are taken.
    public var formats: [PictureFormat]
    /// The file name extensions that are taken, lower case, without the dot.
    public var extensions: [String]
    /// The size limit of the file.
    public var maxBytes: ByteLimit?
    /// The least size of the file, if the area names one.
    public var minBytes: ByteFloor?
    /// The least pixels, if the area names any.
    public var minPixels: PixelBorder?
    /// The most pixels, if the area names any.
    public var maxPixels: PixelBorder?
    /// How bad a picture without colour is, if the area wants colour.
    public var colourless: Finding.Severity?
    /// What the picture's background must be, if the area says so.
    public var background: Background?
    /// The proportions, if the area names any.
    public var proportions: Proportions?
    /// Up to so many bytes behind the end of the picture are a warning, more are an error.
    public var toleratedTrailingBytes: Int
    /// The manual's sentence.
    public var clause: Clause

    /// States a rule; what the area leaves open stays unchecked.
    public init(
        formats: [PictureFormat],
        extensions: [String],
        maxBytes: ByteLimit?,
        minPixels: PixelBorder? = nil,
        proportions: Proportions? = nil,
        toleratedTrailingBytes: Int = 64,
        clause: Clause
    ) {
        self.formats = formats
        self.extensions = extensions
        self.maxBytes = maxBytes
        self.minPixels = minPixels
        self.proportions = proportions
        self.toleratedTrailingBytes = toleratedTrailingBytes
        self.clause = clause
    }
}
