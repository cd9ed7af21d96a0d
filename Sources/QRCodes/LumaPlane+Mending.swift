// The rungs of the reader's ladder. Nothing here decides what a code says: a mended copy can only
// let the error correction succeed or fail.
extension LumaPlane {
    /// The plane at twice its size by cubic interpolation (Keys, a = -0.5); nil when too large.
    func doubled() -> LumaPlane? {
        guard width * height <= 40_000_000, width <= Int(Int16.max) / 2,
            height <= Int(Int16.max) / 2
        else { return nil }
        let wide = Self.doubledRows(bytes, width: width, height: height)
        let turned = Self.transposed(wide, width: width * 2, height: height)
        let large = Self.doubledRows(turned, width: height, height: width * 2)
        return LumaPlane(
            unchecked: Self.transposed(large, width: height * 2, height: width * 2),
            width * 2,
            height * 2
        )
    }

    /// The plane with its edges raised: 2.2 × itself - 1.2 × its blur of sigma 2.
    func sharpened() -> LumaPlane {
        let soft = blurred(sigma2: true)
        let sharp = zip(bytes, soft.bytes).map { pixel, mean in
            UInt8(clamping: (22 * Int(pixel) - 12 * Int(mean) + 5) / 10)
        }
        return LumaPlane(unchecked: sharp, width, height)
    }

    /// The plane in black and white, parted by Otsu's threshold of a slightly blurred copy.
    func thresholded() -> LumaPlane {
        let soft = blurred(sigma2: false)
        let threshold = soft.otsuThreshold()
        return LumaPlane(
            unchecked: soft.bytes.map { Int($0) > threshold ? 255 : 0 },
            width,
            height
        )
    }

    /// The threshold that parts the pixels into two classes with the most variance between them.
    func otsuThreshold() -> Int {
        var histogram = [Int](repeating: 0, count: 256)
        for byte in bytes { histogram[Int(byte)] += 1 }
        let sum = histogram.enumerated().reduce(0) { $0 + $1.offset * $1.element }
        var (darkCount, darkSum, best, threshold) = (0, 0, -1.0, 127)
        for level in 0..<256 {
            darkCount += histogram[level]
            darkSum += level * histogram[level]
            let lightCount = bytes.count - darkCount
            guard darkCount > 0, lightCount > 0 else { continue }
            let distance =
                Double(darkSum) / Double(darkCount) - Double(sum - darkSum) / Double(lightCount)
            let variance = Double(darkCount) * Double(lightCount) * distance * distance
            if variance > best { (best, threshold) = (variance, level) }
        }
        return threshold
    }

    /// A Gaussian blur of sigma 2 or 1, as integer weights.
    private func blurred(sigma2: Bool) -> LumaPlane {
        let weights =
            sigma2 ? [2, 7, 17, 31, 45, 52, 45, 31, 17, 7, 2] : [1, 14, 62, 103, 62, 14, 1]
        let rows = Self.convolved(bytes, weights, width: width, height: height)
        let turned = Self.transposed(rows, width: width, height: height)
        let columns = Self.convolved(turned, weights, width: height, height: width)
        return LumaPlane(
            unchecked: Self.transposed(columns, width: height, height: width),
            width,
            height
        )
    }

    private static func convolved(
        _ pixels: [UInt8],
        _ weights: [Int],
        width: Int,
        height: Int
    ) -> [UInt8] {
        let (reach, total) = (weights.count / 2, weights.reduce(0, +))
        var result = [UInt8](repeating: 0, count: pixels.count)
        for row in stride(from: 0, to: pixels.count, by: width) {
            for column in 0..<width {
                var sum = total / 2
                for (index, weight) in weights.enumerated() {
                    let source = min(max(column + index - reach, 0), width - 1)
                    sum += weight * Int(pixels[row + source])
                }
                result[row + column] = UInt8(clamping: sum / total)
            }
        }
        return result
    }

    private static func doubledRows(_ pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
        // Keys' kernel at the distances 1.75, 0.75, 0.25, 1.25, in 256ths.
        let weights = [-6, 58, 222, -18]
        var result = [UInt8](repeating: 0, count: pixels.count * 2)
        for row in 0..<height {
            let start = row * width
            for column in 0..<width {
                func pixel(_ offset: Int) -> Int {
                    Int(pixels[start + min(max(column + offset, 0), width - 1)])
                }
                let left =
                    weights[0] * pixel(-2) + weights[1] * pixel(-1) + weights[2] * pixel(0)
                    + weights[3] * pixel(1)
                let right =
                    weights[0] * pixel(2) + weights[1] * pixel(1) + weights[2] * pixel(0)
                    + weights[3] * pixel(-1)
                result[(start + column) * 2] = UInt8(clamping: (left + 128) >> 8)
                result[(start + column) * 2 + 1] = UInt8(clamping: (right + 128) >> 8)
            }
        }
        return result
    }

    private static func transposed(_ pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: pixels.count) { result, count in
            for row in 0..<height {
                for column in 0..<width {
                    unsafe result[column * height + row] = pixels[row * width + column]
                }
            }
            count = pixels.count
        }
    }
}
