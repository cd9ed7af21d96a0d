// Copies of another size, and of a part: what is looked at closely is brought to one size first.
extension LumaPlane {
    /// The plane at half its size: means of two by two pixels; an odd last row or column is left out.
    var halved: LumaPlane? {
        let (small, low) = (width / 2, height / 2)
        guard small > 0, low > 0 else { return nil }
        let (bytes, width) = (bytes, width)
        let result = unsafe [UInt8](unsafeUninitializedCapacity: small * low) { result, count in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                for y in 0..<low {
                    let (upper, lower) = (2 * y * width, (2 * y + 1) * width)
                    for x in 0..<small {
                        let left = 2 * x
                        var sum: UInt16 = 2
                        for place in [upper, upper + 1, lower, lower + 1] {
                            sum &+= unsafe UInt16(bytes[place + left])
                        }
                        unsafe result[y * small + x] = UInt8(truncatingIfNeeded: sum >> 2)
                    }
                }
            }
            count = small * low
        }
        return LumaPlane(unchecked: result, small, low)
    }

    /// A part of the plane at another scale, by linear interpolation; what lies outside repeats the edge.
    ///
    /// - Parameters:
    ///   - x: The part's left edge.
    ///   - y: The part's top edge.
    ///   - side: The part's width and height.
    ///   - pixels: The width and height of the copy.
    /// - Returns: The copy.
    func square(x: Double, y: Double, side: Double, pixels: Int) -> LumaPlane {
        let columns = Self.taps(from: x, step: side / Double(pixels), count: pixels, limit: width)
        let rows = Self.taps(from: y, step: side / Double(pixels), count: pixels, limit: height)
        let (bytes, width) = (bytes, width)
        let result = unsafe [UInt8](unsafeUninitializedCapacity: pixels * pixels) { result, count in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                var place = 0
                for row in rows {
                    let (upper, lower) = (row.near * width, row.far * width)
                    for column in columns {
                        let above = unsafe column.mean(
                            bytes[upper + column.near],
                            bytes[upper + column.far]
                        )
                        let below = unsafe column.mean(
                            bytes[lower + column.near],
                            bytes[lower + column.far]
                        )
                        unsafe result[place] = row.mean(above, below)
                        place += 1
                    }
                }
            }
            count = pixels * pixels
        }
        return LumaPlane(unchecked: result, pixels, pixels)
    }

    /// The two pixels that a pixel of the copy lies between, and how much of the farther one it takes.
    private struct Tap {
        var near: Int
        var far: Int
        var part: UInt16

        func mean(_ near: UInt8, _ far: UInt8) -> UInt8 {
            let sum = UInt16(near) &* (256 &- part) &+ UInt16(far) &* part &+ 128
            return UInt8(truncatingIfNeeded: sum >> 8)
        }
    }

    private static func taps(from start: Double, step: Double, count: Int, limit: Int) -> [Tap] {
        (0..<count).map { index in
            let place = start + (Double(index) + 0.5) * step - 0.5
            let whole = place.rounded(.down)
            return Tap(
                near: min(max(Int(whole), 0), limit - 1),
                far: min(max(Int(whole) + 1, 0), limit - 1),
                part: UInt16((place - whole) * 256)
            )
        }
    }
}
