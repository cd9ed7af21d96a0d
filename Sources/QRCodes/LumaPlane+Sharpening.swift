// Blur undone as far as it can be: what a lens or a scanner out of focus took from the edges.
extension LumaPlane {
    /// The plane with its edges raised: `strength` × itself less `strength - 1` × its blur.
    ///
    /// The blur is three means over squares of 2 × `reach` + 1 pixels, which is close to a Gaussian of
    /// sigma √(`reach` × (`reach` + 1)).
    func sharpened(reach: Int, strength: Int) -> LumaPlane {
        var soft = bytes
        for _ in 0..<3 { soft = Self.averaged(soft, width, height, reach) }
        let (bytes, count) = (bytes, bytes.count)
        let (own, other) = (Int32(strength), Int32(strength - 1))
        let result = unsafe [UInt8](unsafeUninitializedCapacity: count) { result, initialized in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                for index in 0..<count {
                    let value = unsafe own &* Int32(bytes[index]) &- other &* Int32(soft[index])
                    unsafe result[index] = UInt8(truncatingIfNeeded: min(max(value, 0), 255))
                }
            }
            initialized = count
        }
        return LumaPlane(unchecked: result, width, height)
    }

    /// Means over squares; at the edges the nearest pixels count several times.
    private static func averaged(
        _ pixels: [UInt8],
        _ width: Int,
        _ height: Int,
        _ reach: Int
    ) -> [UInt8] {
        let size = UInt32(2 * reach + 1)
        // Division by the area as a multiplication: exact enough for sums of bytes.
        let scale = (UInt64(1) << 32) / UInt64(size * size) + 1
        var columns = [UInt32](repeating: 0, count: width)
        return unsafe [UInt8](unsafeUninitializedCapacity: pixels.count) { result, count in
            unsafe pixels.withUnsafeBufferPointer { pixels in
                func add(_ row: Int, _ sign: UInt32) {
                    let start = min(max(row, 0), height - 1) * width
                    for x in 0..<width {
                        columns[x] &+= unsafe sign &* UInt32(pixels[start + x])
                    }
                }
                for row in -reach...reach { add(row, 1) }
                for y in 0..<height {
                    var sum: UInt32 = 0
                    for x in -reach...reach { sum &+= columns[min(max(x, 0), width - 1)] }
                    for x in 0..<width {
                        unsafe result[y * width + x] = UInt8(
                            truncatingIfNeeded: (UInt64(sum) &* scale) >> 32
                        )
                        sum &+= columns[min(x + reach + 1, width - 1)]
                        sum &-= columns[max(x - reach, 0)]
                    }
                    add(y + reach + 1, 1)
                    add(y - reach, 0 &- 1)
                }
            }
            count = pixels.count
        }
    }
}
