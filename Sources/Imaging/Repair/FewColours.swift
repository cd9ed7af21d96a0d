/// The colours of a picture that has at most 256 of them, in ascending order.
struct FewColours {
    /// Red, green and blue in one number.
    let colours: [UInt32]
    private let places: [UInt32: UInt8]

    /// Collects the colours; nil if there are more.
    init?(_ pixels: PixelBuffer) {
        let samples = pixels.samples.span
        let channels = pixels.channels
        var seen: Set<UInt32> = []
        var last: UInt32?
        for pixel in 0..<pixels.width * pixels.height {
            let colour = Self.colour(samples, pixel &* channels, channels)
            // Neighbours are mostly alike.
            guard colour != last else { continue }
            last = colour
            seen.insert(colour)
            guard seen.count <= 256 else { return nil }
        }
        colours = seen.sorted()
        var places: [UInt32: UInt8] = [:]
        for (place, colour) in colours.enumerated() {
            places[colour] = UInt8(truncatingIfNeeded: place)
        }
        self.places = places
    }

    /// Bits that number them all: 1, 2, 4 or 8.
    var bitDepth: Int { [1, 2, 4].first { colours.count <= 1 << $0 } ?? 8 }

    /// The colours as PLTE has them.
    var palette: [UInt8] {
        colours.flatMap { colour in [16, 8, 0].map { UInt8(truncatingIfNeeded: colour >> $0) } }
    }

    /// The number of each pixel's colour.
    func indices(of pixels: PixelBuffer) -> [UInt8] {
        let samples = pixels.samples.span
        let channels = pixels.channels
        var last: (colour: UInt32, place: UInt8)?
        return [UInt8](capacity: pixels.width * pixels.height) { output in
            for pixel in 0..<pixels.width * pixels.height {
                let colour = Self.colour(samples, pixel &* channels, channels)
                if let last, last.colour == colour {
                    output.append(last.place)
                } else {
                    let place = places[colour] ?? 0
                    last = (colour, place)
                    output.append(place)
                }
            }
        }
    }

    private static func colour(_ samples: Span<UInt8>, _ place: Int, _ channels: Int) -> UInt32 {
        let red = UInt32(samples[place])
        guard channels == 3 else { return red << 16 | red << 8 | red }
        return red << 16 | UInt32(samples[place &+ 1]) << 8 | UInt32(samples[place &+ 2])
    }
}
