import Registration

/// Mends a picture by coding its pixels anew: the last resort.
struct PixelMending {
    let limits: DecodeLimits
    let faces: FaceCascade?
    let order: RepairOrder

    /// The mended file; without steps if it would not be legible.
    ///
    /// - Throws: `ImagingError` if its pixels cannot be had.
    func mend(_ bytes: [UInt8], facts: PictureFacts) throws(ImagingError) -> MendedPicture {
        var picture = MendedPicture(bytes: bytes, format: facts.format, steps: [], shortfalls: [])
        var steps: [RepairStep] = []
        if ForeignDecoder.formats.contains(facts.format) {
            let foreign = try ForeignDecoder.flatten(
                bytes.span,
                format: facts.format,
                limits: limits
            )
            if foreign.hasMore { picture.shortfalls = [.onlyFirst] }
            return try mend(PixelSource(foreign.pixels, turn: order.turn), facts, steps, picture)
        }
        let source = try source(of: bytes, facts, &steps)
        return try mend(source, facts, steps, picture, profile: profile(of: bytes, facts))
    }

    private func mend(
        _ source: PixelSource,
        _ facts: PictureFacts,
        _ done: [RepairStep],
        _ unmended: MendedPicture,
        profile: [UInt8] = []
    ) throws(ImagingError) -> MendedPicture {
        var (source, steps, picture) = (source, done, unmended)
        if order.turn != .none { steps.append(.turned(order.turn, isLossless: false)) }
        if order.wantsShape(of: source.size) {
            do throws(RepairShortfall.Reason) {
                source = try shaped(source, &steps)
            } catch {
                picture.shortfalls = [error.shortfall]
                return picture
            }
        }
        source = try scaled(source, &steps)
        try encode(source, profile, facts, &steps, into: &picture)
        return picture
    }

    /// The pixels, in colours that JPEG and PNG can hold.
    private func source(
        of bytes: [UInt8],
        _ facts: PictureFacts,
        _ steps: inout [RepairStep]
    ) throws(ImagingError) -> PixelSource {
        if facts.format == .jpeg {
            if let anatomy = JPEGAnatomy(bytes, limits: limits) {
                return PixelSource(anatomy, turn: order.turn)
            }
            guard case .unsupported(let kind) = facts.damage else {
                throw ImagingError(facts, else: .damaged, "only sound pictures can be mended")
            }
            let pixels = try UnusualJPEG.pixels(of: bytes, facts, limits: limits)
            steps.append(.coloursConverted(kind))
            return PixelSource(pixels, turn: order.turn)
        }
        guard facts.format == .png, facts.damage == nil else {
            throw ImagingError(facts, else: .notDecoded, facts.format.title)
        }
        let pixels = try PNGDecoder.flatten(bytes.span, limits: limits)
        if facts.hasTransparency { steps.append(.flattened) }
        return PixelSource(pixels, turn: order.turn)
    }

    private func profile(of bytes: [UInt8], _ facts: PictureFacts) -> [UInt8] {
        guard facts.format == .jpeg else { return [] }
        return JPEGAnatomy(bytes, limits: limits)?.profile ?? []
    }

    /// A portrait cut to shape around its face.
    private func shaped(
        _ source: PixelSource,
        _ steps: inout [RepairStep]
    ) throws(RepairShortfall.Reason) -> PixelSource {
        guard let portrait = order.portrait, let pixels = try? source.pixels(eighths: 8) else {
            throw .init(.undecodable("no pixels"))
        }
        let found = faces.map { FaceSearch($0).faces(in: LumaPlane(pixels)) } ?? []
        guard found.count == 1, let face = found.first else {
            throw .init(.noSingleFace(found.count))
        }
        let isWhite = WhiteBackground.share(pixels) ?? 0 >= 0.95
        let framing = PortraitFraming(portrait, in: source.size, mayPad: isWhite)
        let box = try framing.box(around: face).get()
        steps.append(.cropped(from: source.size, to: box.size))
        return PixelSource(pixels.cropped(to: box))
    }

    /// The picture at the size of a photo, or at the most pixels that are allowed.
    private func scaled(
        _ source: PixelSource,
        _ steps: inout [RepairStep]
    ) throws(ImagingError) -> PixelSource {
        var side = source.size.longSide
        if let portrait = order.portrait { side = min(side, portrait.size.longSide) }
        if let most = order.maxPixels {
            let shares = [
                Double(most.width) / Double(source.size.width),
                Double(most.height) / Double(source.size.height),
            ]
            side = min(side, Int(Double(source.size.longSide) * (shares.min() ?? 1)))
        }
        guard side < source.size.longSide else { return source }
        let size = source.size.scaled(longSide: side)
        // libjpeg scales down most of the way, for next to nothing.
        let eighths = (1...8).first { source.size.scaled(eighths: $0).longSide >= 2 * side } ?? 8
        steps.append(.scaled(from: source.size, to: size))
        return PixelSource(try source.pixels(eighths: eighths).resampled(to: size))
    }

    private func encode(
        _ source: PixelSource,
        _ profile: [UInt8],
        _ facts: PictureFacts,
        _ steps: inout [RepairStep],
        into picture: inout MendedPicture
    ) throws(ImagingError) {
        if let png = try packedAsPNG(source, facts) {
            picture.bytes = png
            picture.format = .png
            if facts.format != .png { steps.append(.converted(from: facts.format, to: .png)) }
            picture.steps = steps
            picture.addBareness(facts)
            return
        }
        let limit = order.aimBytes ?? order.maxBytes
        let fit = ByteFit(limit: limit ?? .max, floor: order.floor, profile)
        let fitted = try fit.fit(source)
        if let limit, fitted.bytes.count > limit {
            picture.shortfalls.append(
                .illegible(
                    least: ByteCount(fitted.bytes.count),
                    fitted.size,
                    quality: fitted.quality
                )
            )
            return
        }
        if facts.format != .jpeg { steps.append(.converted(from: facts.format, to: .jpeg)) }
        if fitted.size != source.size { steps.append(.scaled(from: source.size, to: fitted.size)) }
        steps.append(.recoded(quality: fitted.quality))
        picture.bytes = fitted.bytes
        picture.format = .jpeg
        picture.steps = steps
        picture.addBareness(facts)
    }

    /// The picture as PNG, where it stays one: it fits, and was no photo to begin with.
    private func packedAsPNG(
        _ source: PixelSource,
        _ facts: PictureFacts
    ) throws(ImagingError) -> [UInt8]? {
        guard order.formats.contains(.png), facts.format != .jpeg else { return nil }
        let pixels = try source.pixels(eighths: 8)
        guard order.mayFit(pixels, from: facts) else { return nil }
        let packed = try PNGEncoder.encode(pixels)
        if let limit = order.maxBytes, packed.count > limit { return nil }
        return packed
    }
}
