package import Registration

/// Finds the JPEG of a picture that keeps most of it in a given number of bytes.
///
/// Full size at a low quality is the worst way to get there: the size goes down until a good quality
/// fits, and only where it may not go down further the quality does.
package struct ByteFit {
    /// What fits.
    package struct Fitted {
        /// The file.
        package var bytes: [UInt8]
        /// Its size in pixels.
        package var size: PixelSize
        /// Its quality.
        package var quality: Int
    }

    /// The worst quality with which a size is thought good enough.
    static let worstGood = 68
    /// The long side of a page on a screen or in a reviewer's print: more is not looked at.
    static let viewedSide = 2000
    /// The best that is worth its bytes where nobody is short of them, unless it was better before.
    static let bestNeeded = 95
    /// What a larger size must add to the similarity to make up for a lower quality.
    static let leastGain = 0.002

    private let limit: Int
    private let floor: LegibilityFloor
    /// Segments that go into each file.
    private let segments: [UInt8]

    /// States the most bytes, and what must remain of the picture.
    package init(limit: Int, floor: LegibilityFloor) { self.init(limit: limit, floor: floor, []) }

    init(limit: Int, floor: LegibilityFloor, _ segments: [UInt8]) {
        self.limit = limit
        self.floor = floor
        self.segments = segments
    }

    /// Fits pixels.
    ///
    /// - Returns: What fits; where nothing does, the smallest that the floor allows.
    /// - Throws: `ImagingError` if there is not enough memory.
    package func fit(_ pixels: PixelBuffer) throws(ImagingError) -> Fitted {
        try fit(PixelSource(pixels))
    }

    /// Fits a sound JPEG without turning it; nil if it is damaged.
    ///
    /// - Returns: As for pixels.
    /// - Throws: `ImagingError` if libjpeg gives no colours.
    package func fit(jpeg bytes: [UInt8]) throws(ImagingError) -> Fitted? {
        guard let anatomy = JPEGAnatomy(bytes, limits: DecodeLimits()) else { return nil }
        return try fit(PixelSource(anatomy, turn: .none))
    }

    func fit(_ source: PixelSource) throws(ImagingError) -> Fitted {
        let allowed = (1...8).filter {
            $0 == 8 || source.size.scaled(eighths: $0).longSide >= floor.longSide
        }
        let before = limit == .max ? 0 : source.quality
        let most = max(Self.bestNeeded, before)
        let index = try largestGood(of: allowed, source) ?? 0
        let fitted = try fit(source.pixels(eighths: allowed[index]), upTo: most)
        guard index + 1 < allowed.count, fitted.size.longSide <= Self.viewedSide else {
            return fitted
        }
        return try larger(than: fitted, allowed[(index + 1)...], source)
    }

    /// The index of the largest size that fits with a good quality; nil if none does.
    private func largestGood(
        of allowed: [Int],
        _ source: PixelSource
    ) throws(ImagingError) -> Int? {
        var (low, high) = (0, allowed.count)
        // Mostly full size is far too large, or it fits: ask that first.
        var middle = high - 1
        while low < high {
            let pixels = try source.pixels(eighths: allowed[middle])
            if try encode(pixels, quality: Self.worstGood).bytes.count <= limit {
                low = middle + 1
            } else {
                high = middle
            }
            middle = (low + high) / 2
        }
        return low > 0 ? low - 1 : nil
    }

    /// The best quality of a size that fits, or the least that the floor allows.
    private func fit(_ pixels: PixelBuffer, upTo most: Int) throws(ImagingError) -> Fitted {
        let good = try encode(pixels, quality: Self.worstGood)
        if good.bytes.count <= limit { return try search(pixels, from: good, upTo: most) }
        let least = try encode(pixels, quality: min(floor.quality, Self.worstGood))
        guard least.bytes.count <= limit else { return least }
        return try search(pixels, from: least, upTo: Self.worstGood - 1)
    }

    /// What fits, or a larger size with a lower quality as long as more of the picture is kept so.
    ///
    /// Above the size at which pages are viewed, smaller sizes lose nothing; below it they do. Where
    /// the floor itself does not fit, what shows as much as the floor would is as legible.
    private func larger(
        than fitted: Fitted,
        _ eighths: ArraySlice<Int>,
        _ source: PixelSource
    ) throws(ImagingError) -> Fitted {
        let whole = try source.pixels(eighths: 8)
        let side = min(source.size.longSide, Self.viewedSide)
        let viewed = LumaPlane(whole.resampled(to: source.size.scaled(longSide: side)))
        var best = fitted
        var similarity = try similarity(of: fitted, to: viewed)
        let lower = LegibilityFloor(longSide: floor.longSide, quality: max(10, floor.quality / 4))
        let fit = ByteFit(limit: limit, floor: lower, segments)
        for eighths in eighths {
            let next = try fit.fit(source.pixels(eighths: eighths), upTo: Self.worstGood)
            guard next.bytes.count <= limit else { break }
            let nextSimilarity = try self.similarity(of: next, to: viewed)
            let gain = best.bytes.count <= limit ? Self.leastGain : 0
            guard nextSimilarity >= similarity + gain else { break }
            (best, similarity) = (next, nextSimilarity)
        }
        return best
    }

    private func similarity(
        of fitted: Fitted,
        to viewed: LumaPlane
    ) throws(ImagingError) -> Double {
        let output = JPEGDecoder.Output(
            width: fitted.size.width,
            height: fitted.size.height,
            eighths: 8
        )
        guard let decoded = try? JPEGDecoder()?.decode(fitted.bytes.span, output) else {
            throw ImagingError(.notDecoded, "what was encoded does not decode")
        }
        let size = PixelSize(width: viewed.width, height: viewed.height)
        return StructuralSimilarity.mean(LumaPlane(decoded.resampled(to: size)), viewed) ?? 0
    }

    /// The best quality that fits, from one that does.
    private func search(
        _ pixels: PixelBuffer,
        from fitting: Fitted,
        upTo most: Int
    ) throws(ImagingError) -> Fitted {
        var best = fitting
        var (low, high) = (fitting.quality + 1, most)
        while low <= high {
            let fitted = try encode(pixels, quality: (low + high) / 2)
            if fitted.bytes.count <= limit {
                best = fitted
                low = fitted.quality + 1
            } else {
                high = fitted.quality - 1
            }
        }
        return best
    }

    private func encode(_ pixels: PixelBuffer, quality: Int) throws(ImagingError) -> Fitted {
        let bytes = try JPEGEncoder.encode(pixels, quality: quality)
        return Fitted(
            bytes: JPEGAnatomy.inserting(segments, into: bytes),
            size: pixels.size,
            quality: quality
        )
    }
}
