/// How much smaller than stored a picture is decoded to be measured.
enum DecodeScale {
    /// The eighths of its size at which libjpeg decodes a JPEG, so that the long side comes near
    /// to the one for details.
    static func eighths(longSide: Int) -> Int {
        let aim = 8 * LumaPyramid.detailSide
        return min(max((2 * aim + longSide) / (2 * longSide), 1), 8)
    }

    /// Whether a picture is decoded whole and in colour: an identity photo may be among these, and
    /// they are quickly done.
    static func isWhole(longSide: Int) -> Bool { eighths(longSide: longSide) == 8 }

    /// How many pixels of a PNG, along each side, become one.
    static func divisor(longSide: Int) -> Int {
        let largest = LumaPyramid.detailSide * 7 / 5
        return (longSide + largest - 1) / largest
    }
}
