import Registration

/// Where the pixels of a picture come from while it is mended: a JPEG is decoded anew at each size,
/// which costs little and keeps only one size in memory.
struct PixelSource {
    private enum Origin {
        case jpeg(JPEGAnatomy)
        case pixels(PixelBuffer)
    }

    private let origin: Origin
    private let turn: PictureTurn
    /// The size as seen upright.
    let size: PixelSize

    /// A sound JPEG.
    init(_ anatomy: JPEGAnatomy, turn: PictureTurn) {
        origin = .jpeg(anatomy)
        self.turn = turn
        let stored = PixelSize(width: anatomy.frame.width, height: anatomy.frame.height)
        size = turn.applied(to: stored)
    }

    /// Pixels that are there already.
    init(_ pixels: PixelBuffer, turn: PictureTurn = .none) {
        origin = .pixels(pixels.turned(by: turn))
        self.turn = .none
        size = turn.applied(to: pixels.size)
    }

    /// The quality that the pixels have had so far; 100 where they were never quantized.
    var quality: Int {
        guard case .jpeg(let anatomy) = origin else { return 100 }
        return anatomy.structure.metadata.quality?.value ?? 0
    }

    /// The picture upright, at some eighths of its size.
    ///
    /// - Throws: `ImagingError` if libjpeg gives no colours.
    func pixels(eighths: Int) throws(ImagingError) -> PixelBuffer {
        switch origin {
        case .pixels(let pixels):
            return pixels.resampled(to: size.scaled(eighths: eighths))
        case .jpeg(let anatomy):
            return try Self.decode(anatomy, eighths: eighths).turned(by: turn)
        }
    }

    private static func decode(
        _ anatomy: JPEGAnatomy,
        eighths: Int
    ) throws(ImagingError) -> PixelBuffer {
        let frame = anatomy.frame
        let isGray = frame.components.count == 1
        guard isGray || frame.hasPlainColours else {
            throw ImagingError(.notDecoded, "chroma of an unusual size")
        }
        let output = JPEGDecoder.Output(
            width: frame.width,
            height: frame.height,
            eighths: eighths,
            channels: isGray ? 1 : 3
        )
        do throws(DecodeFault) {
            return try PictureInspector()
                .decode(anatomy.bytes.span, output, anatomy.structure)
        } catch {
            throw ImagingError(error)
        }
    }
}
