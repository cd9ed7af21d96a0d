/// A picture reduced to what survives scaling and coding, to find near copies without the pictures.
///
/// Pictures of the same kind have close hashes too (two certificates from one template), so a pair
/// with close hashes must be verified by its thumbnails.
public struct PictureLikeness: Hashable, Sendable {
    /// Pixels along each side of a thumbnail, whatever the shape of the picture: the fewest with which
    /// another name on the same form can still be told from another coding of the same picture.
    public static let thumbnailSide = 128
    /// The side of the tiles by which two thumbnails are compared.
    public static let tileSide = 2

    /// 256 bits: the signs of the lowest frequencies.
    public let hash: [UInt64]
    /// The picture in gray, slightly softened, in rows from the top.
    public let thumbnail: [UInt8]

    /// Wraps both; nil unless they have their sizes.
    public init?(hash: [UInt64], thumbnail: [UInt8]) {
        guard hash.count == 4, thumbnail.count == Self.thumbnailSide * Self.thumbnailSide else {
            return nil
        }
        self.hash = hash
        self.thumbnail = thumbnail
    }

    /// In how many of the 256 bits two pictures differ.
    public func distance(to other: PictureLikeness) -> Int {
        zip(hash, other.hash).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    }

    /// The mean difference of gray in the tile where two pictures differ most, after what a change
    /// of brightness and contrast explains has been taken out.
    public func difference(from other: PictureLikeness) -> Double {
        let (gain, offset) = gainAndOffset(to: other)
        let side = Self.thumbnailSide
        let tile = Self.tileSide
        var largest = 0.0
        for top in stride(from: 0, to: side, by: tile) {
            for left in stride(from: 0, to: side, by: tile) {
                var sum = 0.0
                for y in top..<top + tile {
                    for index in y * side + left..<y * side + left + tile {
                        let fitted = Double(thumbnail[index]) * gain + offset
                        sum += abs(Double(other.thumbnail[index]) - fitted)
                    }
                }
                largest = max(largest, sum)
            }
        }
        return largest / Double(tile * tile)
    }

    /// The line through the pairs of pixels that fits best (least squares).
    private func gainAndOffset(to other: PictureLikeness) -> (gain: Double, offset: Double) {
        var sums = (x: 0, y: 0, xx: 0, xy: 0)
        for (x, y) in zip(thumbnail, other.thumbnail) {
            let x = Int(x)
            let y = Int(y)
            sums = (sums.x + x, sums.y + y, sums.xx + x * x, sums.xy + x * y)
        }
        let count = thumbnail.count
        let spread = count * sums.xx - sums.x * sums.x
        let gain = spread == 0 ? 0 : Double(count * sums.xy - sums.x * sums.y) / Double(spread)
        return (gain, (Double(sums.y) - gain * Double(sums.x)) / Double(count))
    }
}
