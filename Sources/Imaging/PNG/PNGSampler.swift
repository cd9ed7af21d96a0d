/// Collects the rows of a PNG into a smaller picture, whatever the order of its passes: every pixel
/// goes into the sum of its box.
struct PNGSampler {
    /// Whether every box is one pixel, and colours are kept where there are any.
    let isWhole: Bool
    private let width: Int
    private let height: Int
    private let channels: Int
    /// Pixels along each side of a box.
    private let divisor: Int
    private let fullSize: (width: Int, height: Int)
    private let colours: PNGColours
    /// Samples of the row at hand, as many as the widest row has.
    private var line: [UInt8]
    private var sums: [UInt32]

    init(_ header: PNGHeader, palette: [UInt8], transparency: [UInt8]) {
        let longSide = max(header.width, header.height)
        isWhole = DecodeScale.isWhole(longSide: longSide)
        divisor = DecodeScale.divisor(longSide: longSide)
        fullSize = (header.width, header.height)
        width = (header.width + divisor - 1) / divisor
        height = (header.height + divisor - 1) / divisor
        let isGray = header.colourType == .gray || header.colourType == .grayAlpha
        channels = isWhole && !isGray ? 3 : 1
        colours = PNGColours(header, palette: palette, transparency: transparency)
        line = Array(repeating: 0, count: header.width * channels)
        sums = Array(repeating: 0, count: width * height * channels)
    }

    /// Adds a row of a pass.
    mutating func add(_ row: Span<UInt8>, _ y: Int, of pass: PNGPass) {
        let (colours, channels) = (colours, channels)
        var output = line.mutableSpan
        colours.convert(row, count: pass.width, channels: channels, into: &output)
        let start = (pass.origin.y + y * pass.step.y) / divisor * width * channels
        if channels == 3 { return addWhole(at: start, of: pass) }
        let line = line
        var box = pass.origin.x / divisor
        var inBox = pass.origin.x % divisor
        for index in 0..<pass.width {
            sums[start &+ box] &+= UInt32(line[index])
            inBox &+= pass.step.x
            while inBox >= divisor {
                inBox &-= divisor
                box &+= 1
            }
        }
    }

    private mutating func addWhole(at start: Int, of pass: PNGPass) {
        let line = line
        for pixel in 0..<pass.width {
            let place = start &+ 3 &* (pass.origin.x &+ pixel &* pass.step.x)
            for channel in 0..<3 { sums[place + channel] = UInt32(line[3 &* pixel + channel]) }
        }
    }

    /// The means of all boxes; those at the right and at the bottom may have fewer pixels.
    var pixels: PixelBuffer? {
        var samples: [UInt8] = []
        samples.reserveCapacity(sums.count)
        for y in 0..<height {
            let rows = min(divisor, fullSize.height - y * divisor)
            for x in 0..<width {
                let area = UInt32(rows * min(divisor, fullSize.width - x * divisor))
                for channel in 0..<channels {
                    let sum = sums[(y * width + x) * channels + channel]
                    samples.append(UInt8(truncatingIfNeeded: (sum + area / 2) / area))
                }
            }
        }
        return PixelBuffer(width: width, height: height, channels: channels, samples: samples)
    }
}
