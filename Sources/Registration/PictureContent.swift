/// What the pixels of one picture look like, in numbers: measured once, judged elsewhere.
public struct PictureContent: Hashable, Sendable {
    /// How much fine detail there is for the contrast there is, in the blurriest of four directions.
    ///
    /// About 0.05 is badly blurred, over 0.2 sharp. Nil where too little is to be seen.
    public var sharpness: Double?
    /// The luma (0 to 255) that one pixel of a hundred is brighter than.
    public var brightness: Int
    /// From the darkest to the brightest hundredth of the pixels.
    public var contrast: Int
    /// The share of pixels that are darker than their surroundings, as ink is.
    public var inkShare: Double
    /// How many tiles of the picture hold some contrast of their own.
    public var busyTileCount: Int
    /// Which way the lines of text run.
    public var textDirection: TextDirection
    /// The share of the largest spot that outshines the paper.
    ///
    /// Nil where the paper is as white as a spot would be.
    public var glareShare: Double?
    /// The sides at which the bright thing in the picture runs out of it.
    public var cutOffSides: PictureSides
    /// The share of white in the strips beside and above the head, if this is an identity photo.
    ///
    /// Nil where the picture is too large for one, so that no colours were decoded.
    public var whiteBackgroundShare: Double?
    /// How many faces are seen; nil where nothing to see them with was given, or where the picture is
    /// too large or too wide for an identity photo.
    public var faceCount: Int?
    /// The share of 8x8 blocks that are all but one colour, as drawn pictures have them.
    public var flatBlockShare: Double
    /// What near copies have in common; nil once they have been searched for, since it is large.
    public var likeness: PictureLikeness?

    /// States what was measured.
    public init(
        sharpness: Double?,
        brightness: Int,
        contrast: Int,
        inkShare: Double,
        busyTileCount: Int,
        textDirection: TextDirection,
        glareShare: Double?,
        cutOffSides: PictureSides,
        whiteBackgroundShare: Double?,
        faceCount: Int? = nil,
        flatBlockShare: Double,
        likeness: PictureLikeness
    ) {
        self.sharpness = sharpness
        self.brightness = brightness
        self.contrast = contrast
        self.inkShare = inkShare
        self.busyTileCount = busyTileCount
        self.textDirection = textDirection
        self.glareShare = glareShare
        self.cutOffSides = cutOffSides
        self.whiteBackgroundShare = whiteBackgroundShare
        self.faceCount = faceCount
        self.flatBlockShare = flatBlockShare
        self.likeness = likeness
    }
}
