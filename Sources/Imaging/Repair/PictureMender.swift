public import Registration

/// Mends picture files: turns them upright, takes out what is not the picture, makes them fit.
///
/// What can be done without touching a pixel is done so; pixels are coded anew only where there is no
/// other way, once, from the original. The same picture and order always give the same bytes.
public struct PictureMender: Sendable {
    /// The kinds of JPEG that are not taken as they are and can be coded anew, by the names that
    /// facts have for them.
    public static let unusualKinds = ["CMYK", "arithmetic"]

    /// What a picture may claim.
    let limits: DecodeLimits
    /// What finds the face of a portrait; without it none is cut to shape.
    let faces: FaceCascade?

    /// Makes a mender.
    public init(limits: DecodeLimits = DecodeLimits(), faces: FaceCascade? = nil) {
        self.limits = limits
        self.faces = faces
    }

    /// Mends a picture as far as that is possible.
    ///
    /// - Parameters:
    ///   - bytes: The file; it is not changed.
    ///   - facts: What was measured of it.
    ///   - order: What it must become.
    /// - Returns: The mended file, what was done and what could not be done.
    public func mend(_ bytes: [UInt8], facts: PictureFacts, by order: RepairOrder) -> MendedPicture
    {
        let mended = attempt(bytes, facts, order)
        guard order.portrait?.proportions != nil, mended.steps.isEmpty,
            !mended.shortfalls.isEmpty
        else { return mended }
        // What cannot be cut to shape may still be turned, or made to fit.
        var other = order
        other.portrait?.proportions = nil
        var rest = attempt(bytes, facts, other)
        rest.shortfalls = mended.shortfalls + rest.shortfalls
        return rest
    }

    private func attempt(
        _ bytes: [UInt8],
        _ facts: PictureFacts,
        _ order: RepairOrder
    ) -> MendedPicture {
        var best = MendedPicture(bytes: bytes, format: facts.format, steps: [], shortfalls: [])
        do throws(ImagingError) {
            if let kept = try keepingPixels(bytes, facts, order) {
                guard let limit = order.maxBytes, kept.bytes.count > limit else { return kept }
                best = kept
            }
            let anew = try PixelMending(limits: limits, faces: faces, order: order)
                .mend(bytes, facts: facts)
            guard anew.steps.isEmpty else { return anew }
            // Too large for its limit, but upright at least.
            best.shortfalls = anew.shortfalls
        } catch {
            best.shortfalls = [.undecodable(error.subject)]
        }
        return best
    }

    /// The picture mended with all its pixels as they are; nil where that is not enough.
    private func keepingPixels(
        _ bytes: [UInt8],
        _ facts: PictureFacts,
        _ order: RepairOrder
    ) throws(ImagingError) -> MendedPicture? {
        guard facts.damage == nil, order.formats.contains(facts.format),
            !order.wantsShape(of: order.turn.applied(to: facts.storedSize)),
            order.hasRoom(for: facts),
            !(order.flattens && facts.hasTransparency)
        else { return nil }
        switch facts.format {
        case .jpeg: return try JPEGMending(order: order, limits: limits).mend(bytes, facts: facts)
        case .png: return try PNGMending(order: order, limits: limits).mend(bytes, facts: facts)
        default: return nil
        }
    }
}

extension RepairOrder {
    /// Whether a portrait has to be cut to shape.
    func wantsShape(of upright: PixelSize) -> Bool {
        guard let band = portrait?.proportions else { return false }
        return !band.contains(upright.ratio)
    }

    /// Whether the picture has no more pixels than it may.
    func hasRoom(for facts: PictureFacts) -> Bool {
        guard let maxPixels else { return true }
        let size = turn.applied(to: facts.storedSize)
        return size.width <= maxPixels.width && size.height <= maxPixels.height
    }
}

extension PictureFacts {
    /// Width and height as stored.
    var storedSize: PixelSize { PixelSize(width: width, height: height) }
}
