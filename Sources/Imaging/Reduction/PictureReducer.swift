public import Registration

/// Makes pictures smaller for a document that has room for so many bytes and no more.
///
/// Nothing is turned: a document turns what it shows. The same picture always gives the same bytes.
public struct PictureReducer: Sendable {
    /// How much larger than needed the pixels are that libjpeg gives: what is scaled twice blurs.
    private static let headroom = 1.1

    /// A file that is coded both ways: it takes no time.
    private static let smallFile = 65_536

    private let limits: DecodeLimits

    /// Makes a reducer.
    public init(limits: DecodeLimits = DecodeLimits()) { self.limits = limits }

    /// The same pixels packed as tightly as can be, without anything that is not the picture.
    ///
    /// A PNG of many colours is packed only where a PDF could not show it as it is: trying every filter
    /// on a photo takes seconds and saves little.
    ///
    /// - Parameters:
    ///   - bytes: A sound JPEG or PNG; it is not changed.
    ///   - facts: What was measured of it.
    /// - Returns: The packed file, larger than the one given where that is packed well; nil if it
    ///   cannot be had.
    public func packed(_ bytes: [UInt8], facts: PictureFacts) -> ReducedPicture? {
        switch facts.format {
        case .jpeg: packedJPEG(bytes, facts)
        case .png: packedPNG(bytes, facts)
        default: nil
        }
    }

    /// The picture coded anew as JPEG, with fewer pixels if it has more than that.
    ///
    /// - Parameters:
    ///   - bytes: A sound JPEG or PNG; it is not changed.
    ///   - facts: What was measured of it.
    ///   - longSide: The most pixels along the long side; nil for all that there are.
    ///   - quality: The quality, on the scale of the Independent JPEG Group.
    /// - Returns: The new file; nil if the pixels cannot be had.
    public func coded(
        _ bytes: [UInt8],
        facts: PictureFacts,
        longSide: Int?,
        quality: Int
    ) -> ReducedPicture? {
        guard let source = source(bytes, facts) else { return nil }
        var steps: [RepairStep] = []
        if facts.hasTransparency { steps.append(.flattened) }
        if facts.format != .jpeg { steps.append(.converted(from: facts.format, to: .jpeg)) }
        var size = source.size
        if let longSide, longSide < size.longSide {
            size = source.size.scaled(longSide: longSide)
            steps.append(.scaled(from: source.size, to: size))
        }
        // Pixels that are there already would only be scaled twice.
        let eighths = facts.format == .jpeg ? eighths(of: source.size, for: size) : 8
        guard let pixels = try? source.pixels(eighths: eighths).resampled(to: size),
            let file = try? Self.smallest({ scans throws(ImagingError) in
                try JPEGEncoder.encode(pixels, quality: quality, scans: scans)
            })
        else { return nil }
        return ReducedPicture(
            bytes: file,
            format: .jpeg,
            size: size,
            isGray: pixels.channels == 1,
            steps: steps + [.recoded(quality: quality)]
        )
    }

    private func source(_ bytes: [UInt8], _ facts: PictureFacts) -> PixelSource? {
        switch facts.format {
        case .jpeg: JPEGAnatomy(bytes, limits: limits).map { PixelSource($0, turn: .none) }
        case .png:
            (try? PNGDecoder.flatten(bytes.span, limits: limits)).map { PixelSource($0) }
        default: nil
        }
    }

    /// Halves and quarters are what libjpeg is quick at.
    private func eighths(of size: PixelSize, for target: PixelSize) -> Int {
        guard target != size else { return 8 }
        let least = Double(target.longSide) * Self.headroom
        return [1, 2, 4].first { Double(size.scaled(eighths: $0).longSide) >= least } ?? 8
    }

    /// What is written in several scans, or in one where the picture is so small that the heads of scans
    /// outweigh what they save.
    private static func smallest(
        _ make: (JPEGEncoder.Scans) throws(ImagingError) -> [UInt8]
    ) throws(ImagingError) -> [UInt8] {
        let several = try make(.several)
        guard several.count < smallFile else { return several }
        let one = try make(.one)
        return one.count < several.count ? one : several
    }

    private func packedJPEG(_ bytes: [UInt8], _ facts: PictureFacts) -> ReducedPicture? {
        guard let anatomy = JPEGAnatomy(bytes, limits: limits),
            let file = try? Self.smallest({ scans throws(ImagingError) in
                try JPEGEncoder.repack(anatomy.bare, scans: scans)
            })
        else { return nil }
        let packed = MendedPicture(
            bytes: JPEGAnatomy.inserting(anatomy.profile, into: file),
            format: .jpeg,
            steps: [.repacked],
            shortfalls: []
        )
        return reduced(packed, facts, isGray: anatomy.frame.components.count == 1)
    }

    private func packedPNG(_ bytes: [UInt8], _ facts: PictureFacts) -> ReducedPicture? {
        guard let pixels = try? PNGDecoder.flatten(bytes.span, limits: limits) else { return nil }
        let mustBe = (try? PNGLayout(reading: bytes.span, limits: limits))?.mayBePlain != true
        guard mustBe || FewColours(pixels) != nil, let file = try? PNGEncoder.encode(pixels) else {
            return nil
        }
        let packed = MendedPicture(
            bytes: file,
            format: .png,
            steps: facts.hasTransparency ? [.flattened, .repacked] : [.repacked],
            shortfalls: []
        )
        return reduced(packed, facts, isGray: pixels.channels == 1)
    }

    private func reduced(
        _ packed: MendedPicture,
        _ facts: PictureFacts,
        isGray: Bool
    ) -> ReducedPicture {
        var packed = packed
        packed.addBareness(facts)
        return ReducedPicture(
            bytes: packed.bytes,
            format: packed.format,
            size: facts.storedSize,
            isGray: isGray,
            steps: packed.steps
        )
    }
}

extension PNGLayout {
    /// Whether a PDF can show it as it is, unless there is something wrong with its rows.
    fileprivate var mayBePlain: Bool {
        !isInterlaced && !hasTransparency && bitDepth <= 8
    }
}
