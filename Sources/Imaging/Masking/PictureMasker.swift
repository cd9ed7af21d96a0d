public import Registration

/// Takes parts out of a picture so that nothing in the new file depends on what was there.
///
/// The pixels are replaced before they are coded. A JPEG spreads each pixel over the unit of blocks that
/// it lies in, and decoders smear colour into the next one: so a hidden part grows until it holds all
/// pixels of the source that anything hidden has touched, and, in a new JPEG, until it ends where blocks
/// do. Two pictures that differ in hidden parts alone give the same bytes.
public struct PictureMasker: Sendable {
    /// The value of every hidden sample: what all JPEG qualities keep exactly.
    public static let paint: UInt8 = 128

    /// How far decoders smear colour from one unit of a JPEG into the next, in pixels.
    private static let smear = 2
    /// What a picture is coded with whose own quality is not known.
    private static let usualQuality = 85
    /// Coding anew above this makes files that are large for nothing.
    private static let bestQuality = 95

    private let limits: DecodeLimits

    /// Makes a masker.
    public init(limits: DecodeLimits = DecodeLimits()) { self.limits = limits }

    /// Hides parts of a picture.
    ///
    /// - Parameters:
    ///   - bytes: The file; it is not changed.
    ///   - facts: What was measured of it.
    ///   - regions: What to hide, in pixels as seen upright; at least one, each within the picture.
    /// - Throws: `ImagingError` if the picture cannot be decoded or a part lies outside of it.
    /// - Returns: A new file of the same size in pixels, in the same format.
    public func mask(
        _ bytes: [UInt8],
        facts: PictureFacts,
        regions: [PixelRegion]
    ) throws(ImagingError) -> MaskedPicture {
        let turn = PictureTurn(orientation: facts.orientation)
        let upright = turn.applied(to: facts.storedSize)
        guard !regions.isEmpty, regions.allSatisfy({ $0.lies(within: upright) }) else {
            throw ImagingError(.notDecoded, "a part to hide does not lie within the picture")
        }
        switch facts.format {
        case .jpeg: return try maskJPEG(bytes, facts, turn, regions)
        case .png:
            let pixels = try PNGDecoder.flatten(bytes.span, limits: limits).turned(by: turn)
            let painted = pixels.painted(Self.paint, in: regions)
            return MaskedPicture(
                bytes: try PNGEncoder.encode(painted),
                format: .png,
                regions: regions
            )
        default: throw ImagingError(.notDecoded, facts.format.title)
        }
    }

    private func maskJPEG(
        _ bytes: [UInt8],
        _ facts: PictureFacts,
        _ turn: PictureTurn,
        _ regions: [PixelRegion]
    ) throws(ImagingError) -> MaskedPicture {
        guard let anatomy = JPEGAnatomy(bytes, limits: limits), let unit = anatomy.frame.unitSize
        else { throw ImagingError(.damaged, "only sound pictures can be masked") }
        let stored = facts.storedSize
        let pixels = try PixelSource(anatomy, turn: turn).pixels(eighths: 8)
        // Our own encoder halves colour, so its units are of sixteen pixels.
        let side = pixels.channels == 1 ? 8 : 16
        let block = PixelSize(width: side, height: side)
        let grown = regions.map { region in
            let touched = turn.undone(for: region, of: stored)
                .widened(toTiles: unit, within: stored)
                .widened(by: Self.smear, within: stored)
            return turn.applied(to: touched, of: stored)
                .widened(toTiles: block, within: pixels.size)
        }
        let quality = facts.metadata.quality?.value ?? Self.usualQuality
        let painted = pixels.painted(Self.paint, in: grown)
        return MaskedPicture(
            bytes: try JPEGEncoder.encode(painted, quality: min(quality, Self.bestQuality)),
            format: .jpeg,
            regions: grown
        )
    }
}

extension PixelBuffer {
    /// The picture with some parts of one value.
    fileprivate func painted(_ value: UInt8, in regions: [PixelRegion]) -> PixelBuffer {
        var painted = samples
        for region in regions {
            for y in region.y..<region.y + region.height {
                let start = (y * width + region.x) * channels
                for place in start..<start + region.width * channels { painted[place] = value }
            }
        }
        return PixelBuffer(checked: painted, size, channels: channels)
    }
}
