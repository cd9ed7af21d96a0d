import Registration

/// What the decoders of foreign formats give: rows as stored, 8-bit red, green, blue and alpha.
struct RGBAPicture {
    let width: Int
    let height: Int
    let samples: [UInt8]
    /// Whether the colours are multiplied by alpha already.
    var isPremultiplied = false
    /// How to hold the rows, by the numbers of EXIF.
    var orientation = 1
    /// Whether the file has more pictures.
    var hasMore = false

    /// The picture on white, upright, gray if all of it is; nil unless the samples fill it.
    func flattened() -> PixelBuffer? {
        guard width > 0, height > 0, samples.count == width * height * 4 else { return nil }
        let colours = onWhite()
        let grays = Self.grays(of: colours)
        let pixels = PixelBuffer(
            width: width,
            height: height,
            channels: grays == nil ? 3 : 1,
            samples: grays ?? colours
        )
        return pixels?.turned(by: PictureTurn(orientation: orientation))
    }

    /// One sample a pixel; nil if one of them has a colour.
    private static func grays(of colours: [UInt8]) -> [UInt8]? {
        var grays: [UInt8] = []
        for pixel in stride(from: 0, to: colours.count, by: 3) {
            let red = colours[pixel]
            guard red == colours[pixel + 1], red == colours[pixel + 2] else { return nil }
            grays.append(red)
        }
        return grays
    }

    /// (s * a + 255 * (255 - a)) / 255, rounded, as for PNG.
    private func onWhite() -> [UInt8] {
        var colours: [UInt8] = []
        colours.reserveCapacity(width * height * 3)
        for pixel in stride(from: 0, to: samples.count, by: 4) {
            let alpha = UInt32(samples[pixel + 3])
            let white = 255 - alpha
            for channel in pixel..<pixel + 3 {
                let sample = UInt32(samples[channel])
                if isPremultiplied {
                    colours.append(UInt8(min(sample + white, 255)))
                } else {
                    let sum = sample * alpha + 255 * white + 128
                    colours.append(UInt8((sum + sum >> 8) >> 8))
                }
            }
        }
        return colours
    }
}
