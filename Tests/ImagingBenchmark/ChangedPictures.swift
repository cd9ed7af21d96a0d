import Imaging
import Registration

/// A page changed in known ways, where the corpora have no pictures of a fault.
struct ChangedPictures {
    let pixels: PixelBuffer

    /// A gray decode of a JPEG at the size at which pages are measured; nil for other files.
    init?(_ bytes: [UInt8], _ facts: PictureFacts) {
        guard facts.format == .jpeg else { return nil }
        let output = JPEGDecoder.Output(width: facts.width, height: facts.height, eighths: 8)
        guard let pixels = try? JPEGDecoder()?.decode(bytes.span, output) else { return nil }
        var plane = LumaPlane(pixels)
        while plane.longSide > 1400 { plane = plane.halved }
        guard let result = Self.buffer(plane) else { return nil }
        self.pixels = result
    }

    private static func buffer(_ plane: LumaPlane) -> PixelBuffer? {
        PixelBuffer(width: plane.width, height: plane.height, channels: 1, samples: plane.samples)
    }

    /// The page as it is.
    var content: PictureContent? { PictureContent(measuring: pixels, isWhole: false) }

    /// With another gain and offset.
    func scaled(by gain: Double, plus offset: Double) -> PictureContent? {
        changed { _, value in UInt8(min(max(Double(value) * gain + offset, 0), 255)) }
    }

    /// An empty sheet in this page's light: bright in one corner, dark in the other, and noisy.
    func emptied() -> PictureContent? {
        let bright = content?.brightness ?? 255
        var noise = Noise()
        let (width, height) = (pixels.width, pixels.height)
        return changed { index, _ in
            let path = index % width * height + index / width * width
            let shade = bright - bright * path / (5 * width * height)
            return UInt8(min(max(shade + noise.next(upTo: 9) - 4, 0), 255))
        }
    }

    /// At half the size.
    func halved() -> PictureContent? {
        Self.buffer(LumaPlane(pixels).halved).flatMap {
            PictureContent(measuring: $0, isWhole: false)
        }
    }

    /// With a field of text replaced by another one of the same page, as another person's name.
    func withAnotherName() -> PictureContent? {
        let (width, height) = (pixels.width, pixels.height)
        let field = (width: max(width / 8, 20), height: max(height / 45, 7))
        let places = stride(from: height / 6, to: height * 5 / 6 - field.height, by: field.height)
            .flatMap { y in
                stride(from: width / 6, to: width * 5 / 6 - field.width, by: field.width / 2)
                    .map { (x: $0, y: y) }
            }
            .sorted { spread($0, field) > spread($1, field) }
        guard let to = places.first,
            let from = places.first(where: { abs($0.y - to.y) > 3 * field.height })
        else { return nil }
        return changed { index, value in
            let x = index % width - to.x
            let y = index / width - to.y
            guard (0..<field.width).contains(x), (0..<field.height).contains(y) else {
                return value
            }
            return pixels.samples[(from.y + y) * width + from.x + x]
        }
    }

    private func spread(_ place: (x: Int, y: Int), _ field: (width: Int, height: Int)) -> Int {
        var sums = (0, 0)
        for y in place.y..<place.y + field.height {
            for x in place.x..<place.x + field.width {
                let value = Int(pixels.samples[y * pixels.width + x])
                sums = (sums.0 + value, sums.1 + value * value)
            }
        }
        return sums.1 - sums.0 * sums.0 / (field.width * field.height)
    }

    private func changed(_ change: (Int, UInt8) -> UInt8) -> PictureContent? {
        let samples = pixels.samples.enumerated().map { change($0.offset, $0.element) }
        return PixelBuffer(
            width: pixels.width,
            height: pixels.height,
            channels: 1,
            samples: samples
        ).flatMap { PictureContent(measuring: $0, isWhole: false) }
    }
}

/// Numbers that look random and are the same each time (Knuth's MMIX generator).
private struct Noise {
    private var state: UInt64 = 1

    mutating func next(upTo limit: UInt64) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % limit)
    }
}
