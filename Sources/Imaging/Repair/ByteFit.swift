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

    /// The worst quality with which a size is thought good enough, and the best worth its bytes.
    static let worstGood = 68
    static let bestGood = 95

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
        var smallest: PixelBuffer?
        var best: (pixels: PixelBuffer, fitted: Fitted)?
        var (low, high) = (0, allowed.count)
        while low < high {
            let middle = best == nil && smallest == nil ? high - 1 : (low + high) / 2
            let pixels = try source.pixels(eighths: allowed[middle])
            let fitted = try encode(pixels, quality: Self.worstGood)
            if fitted.bytes.count <= limit {
                best = (pixels, fitted)
                low = middle + 1
            } else {
                smallest = pixels
                high = middle
            }
        }
        if let best {
            return try search(best.pixels, from: best.fitted, upTo: Self.bestGood)
        }
        // The last that did not fit was the smallest.
        guard let pixels = smallest else { throw ImagingError(.notDecoded, "no size to try") }
        let least = try encode(pixels, quality: min(floor.quality, Self.worstGood))
        guard least.bytes.count <= limit else { return least }
        return try search(pixels, from: least, upTo: Self.worstGood - 1)
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
