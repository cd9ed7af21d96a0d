extension PictureLikeness {
    /// The side of the tiles by which two thumbnails are compared: smaller than a word.
    private static let tileSide = 2
    /// The part of the contrast around a pixel that a shift by a fraction of a pixel explains, as
    /// scaling to other numbers of pixels brings it.
    private static let shiftShare = 0.2

    /// The mean difference of gray in the tile where two pictures differ most, after what a change
    /// of brightness and contrast and a small shift explain has been taken out.
    public func difference(from other: PictureLikeness) -> Double {
        let differences = unexplained(other)
        let side = Self.thumbnailSide
        let tile = Self.tileSide
        var largest = 0.0
        for top in stride(from: 0, to: side, by: tile) {
            for left in stride(from: 0, to: side, by: tile) {
                var sum = 0.0
                for y in top..<top + tile {
                    for x in left..<left + tile { sum += differences[y * side + x] }
                }
                largest = max(largest, sum)
            }
        }
        return largest / Double(tile * tile)
    }

    private func unexplained(_ other: PictureLikeness) -> [Double] {
        let (gain, offset) = gainAndOffset(to: other)
        let side = Self.thumbnailSide
        return thumbnail.indices.map { index in
            let fitted = Double(thumbnail[index]) * gain + offset
            let difference = abs(Double(other.thumbnail[index]) - fitted)
            let contrast = other.contrast(aroundRow: index / side, column: index % side)
            return max(difference - Self.shiftShare * Double(contrast), 0)
        }
    }

    /// From the darkest to the brightest of 3x3 pixels.
    private func contrast(aroundRow y: Int, column x: Int) -> Int {
        let side = Self.thumbnailSide
        var low = UInt8.max
        var high = UInt8.min
        for row in max(y - 1, 0)...min(y + 1, side - 1) {
            for column in max(x - 1, 0)...min(x + 1, side - 1) {
                low = min(low, thumbnail[row * side + column])
                high = max(high, thumbnail[row * side + column])
            }
        }
        return Int(high) - Int(low)
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
