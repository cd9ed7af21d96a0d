/// A picture in gray: rows from the top, 8-bit luma, nothing between the rows.
package struct LumaPlane: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package let samples: [UInt8]

    package var longSide: Int { max(width, height) }

    /// Wraps samples; nil unless their number fits.
    package init?(width: Int, height: Int, samples: [UInt8]) {
        guard width > 0, height > 0, samples.count == width * height else { return nil }
        self.init(checked: samples, width: width, height: height)
    }

    /// Wraps samples whose number is right by construction.
    init(checked samples: [UInt8], width: Int, height: Int) {
        self.width = width
        self.height = height
        self.samples = samples
    }

    /// The luma of a picture, by the weights of ITU-R BT.601 in 1/256.
    package init(_ pixels: PixelBuffer) {
        guard pixels.channels == 3 else {
            self.init(checked: pixels.samples, width: pixels.width, height: pixels.height)
            return
        }
        let count = pixels.width * pixels.height
        let rgb = pixels.samples.span
        let samples = [UInt8](capacity: count) { output in
            for index in 0..<count {
                let red = UInt32(rgb[3 * index])
                let green = UInt32(rgb[3 * index + 1])
                let blue = UInt32(rgb[3 * index + 2])
                output.append(Self.luma(red: red, green: green, blue: blue))
            }
        }
        self.init(checked: samples, width: pixels.width, height: pixels.height)
    }

    @inline(__always)
    static func luma(red: UInt32, green: UInt32, blue: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: (77 * red + 150 * green + 29 * blue + 128) >> 8)
    }
}
