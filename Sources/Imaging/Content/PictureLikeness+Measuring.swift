import Glibc
package import Registration

extension PictureLikeness {
    /// The samples along each side from which the frequencies are computed: a thumbnail halved twice.
    private static let hashedSide = thumbnailSide / 4
    /// The frequencies along each side that make the hash.
    private static let frequencies = 16

    /// Reduces a picture: its hash says which of the lowest 16x16 frequencies of its cosine
    /// transform are above their median.
    package init?(_ plane: LumaPlane) {
        let square = AreaMeans(plane, side: Self.thumbnailSide).plane
        let coefficients = Self.lowFrequencies(square.halved.halved.samples)
        // The mean of the picture is no frequency.
        let median = coefficients.dropFirst().sorted()[coefficients.count / 2 - 1]
        var hash = [UInt64](repeating: 0, count: 4)
        for (index, value) in coefficients.enumerated() where value > median {
            hash[index / 64] |= 1 << UInt64(index % 64)
        }
        self.init(hash: hash, thumbnail: square.softened.samples)
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
                let wave = frequency * hashedSide
                for index in 0..<hashedSide {
                    sum += values[line * hashedSide + index] * cosines[wave + index]
                }
                result[frequency * count + line] = sum
            }
        }
        return result
    }
}

extension LumaPlane {
    /// Weighted means of 3x3 pixels (1 2 1 each way), so that half a pixel's shift matters less.
    fileprivate var softened: LumaPlane {
        let source = samples.span
        var result = samples
        for y in 0..<height {
            let rows = (max(y - 1, 0) * width, y * width, min(y + 1, height - 1) * width)
            func column(_ x: Int) -> Int {
                Int(source[rows.0 + x]) + 2 * Int(source[rows.1 + x]) + Int(source[rows.2 + x])
            }
            for x in 0..<width {
                let sides = column(max(x - 1, 0)) + column(min(x + 1, width - 1))
                let sum = sides + 2 * column(x)
                result[rows.1 + x] = UInt8(truncatingIfNeeded: (sum + 8) / 16)
            }
        }
        return LumaPlane(checked: result, width: width, height: height)
    }
}
