import Glibc
package import Registration

extension PictureLikeness {
    /// The samples along each side from which the frequencies are computed.
    private static let hashedSide = 32
    /// The frequencies along each side that make the hash.
    private static let frequencies = 16

    /// Reduces a picture: its hash says which of the lowest 16x16 frequencies of its cosine
    /// transform are above their median.
    package init?(_ plane: LumaPlane) {
        let coefficients = Self.lowFrequencies(plane.resampled(to: Self.hashedSide))
        // The mean of the picture is no frequency.
        let median = coefficients.dropFirst().sorted()[coefficients.count / 2 - 1]
        var hash = [UInt64](repeating: 0, count: 4)
        for (index, value) in coefficients.enumerated() where value > median {
            hash[index / 64] |= 1 << UInt64(index % 64)
        }
        self.init(hash: hash, thumbnail: plane.resampled(to: Self.thumbnailSide))
    }

    /// The cosine transform, first along the rows, then along the columns.
    private static func lowFrequencies(_ samples: [UInt8]) -> [Double] {
        let cosines = (0..<frequencies * hashedSide).map { index in
            let (frequency, sample) = index.quotientAndRemainder(dividingBy: hashedSide)
            return cos(.pi * (Double(sample) + 0.5) * Double(frequency) / Double(hashedSide))
        }
        let rows = transformed(samples.map(Double.init), by: cosines, count: hashedSide)
        return transformed(rows, by: cosines, count: frequencies)
    }

    /// Transforms lines of 32 values; the result is turned, so that the next pass takes the columns.
    private static func transformed(
        _ values: [Double],
        by cosines: [Double],
        count: Int
    ) -> [Double] {
        var result = [Double](repeating: 0, count: frequencies * count)
        for line in 0..<count {
            for frequency in 0..<frequencies {
                var sum = 0.0
                for index in 0..<hashedSide {
                    sum += values[line * hashedSide + index] * cosines[frequency * hashedSide + index]
                }
                result[frequency * count + line] = sum
            }
        }
        return result
    }
}

extension LumaPlane {
    /// Means over the boxes of a grid of `side` by `side`, each at least one pixel.
    func resampled(to side: Int) -> [UInt8] {
        let source = samples.span
        let columns = (0..<side).map { Self.box($0, of: side, over: width) }
        var result: [UInt8] = []
        result.reserveCapacity(side * side)
        for row in 0..<side {
            let rows = Self.box(row, of: side, over: height)
            for box in columns {
                var sum = 0
                for y in rows {
                    for x in box { sum &+= Int(source[y &* width &+ x]) }
                }
                let area = rows.count * box.count
                result.append(UInt8(truncatingIfNeeded: (sum + area / 2) / area))
            }
        }
        return result
    }

    private static func box(_ index: Int, of count: Int, over length: Int) -> Range<Int> {
        let start = index * length / count
        return start..<max((index + 1) * length / count, start + 1)
    }
}
