import Registration

/// What the start-of-frame segment says.
struct JPEGFrame {
    let marker: JPEGMarker
    let precision: Int
    let height: Int
    let width: Int
    /// The identifiers of the components, in order.
    let components: [UInt8]
    /// How often each component is sampled: across in the upper four bits, down in the lower.
    private let samplings: [UInt8]

    var isProgressive: Bool { marker.rawValue == 0xC2 || marker.rawValue == 0xCA }

    var colour: PictureFacts.Colour? {
        switch components.count {
        case 1: .gray
        case 3: .rgb
        case 4: .cmyk
        default: nil
        }
    }

    /// Whether libjpeg can give colours.
    ///
    /// It scales chroma up by whole numbers only; gray it can always give.
    var hasPlainColours: Bool {
        guard components.count == 3 else { return false }
        return [4, 0].allSatisfy { shift in
            let factors = samplings.map { $0 >> shift & 15 }
            guard let largest = factors.max(), !factors.contains(0) else { return false }
            return factors.allSatisfy { largest.isMultiple(of: $0) }
        }
    }

    /// How many units (MCU) a scan of all components has, and blocks in each; nil for impossible
    /// samplings.
    var units: (count: Int, blocks: Int)? {
        // The units of a single component are its blocks, however it is sampled.
        let factors =
            components.count == 1 ? [(1, 1)] : samplings.map { (Int($0 >> 4), Int($0 & 15)) }
        let across = factors.map(\.0).max() ?? 0
        let down = factors.map(\.1).max() ?? 0
        guard across > 0, down > 0 else { return nil }
        let count = ((width - 1) / (8 * across) + 1) * ((height - 1) / (8 * down) + 1)
        return (count, factors.reduce(0) { $0 + $1.0 * $1.1 })
    }

    /// The pixels of a unit (MCU) of all components; nil for impossible samplings.
    var unitSize: PixelSize? {
        guard components.count > 1 else { return PixelSize(width: 8, height: 8) }
        let across = samplings.map { Int($0 >> 4) }.max() ?? 0
        let down = samplings.map { Int($0 & 15) }.max() ?? 0
        guard across > 0, down > 0 else { return nil }
        return PixelSize(width: 8 * across, height: 8 * down)
    }

    /// Reads the content of a segment (behind its length); nil if it is too short.
    init?(marker: JPEGMarker, content: Span<UInt8>) {
        guard content.count >= 6, let height = content.bigEndian16(at: 1),
            let width = content.bigEndian16(at: 3)
        else { return nil }
        let count = Int(content[5])
        guard content.count == 6 + 3 * count else { return nil }
        self.marker = marker
        self.height = height
        self.width = width
        precision = Int(content[0])
        components = (0..<count).map { content[6 + 3 * $0] }
        samplings = (0..<count).map { content[7 + 3 * $0] }
    }

    /// Refuses what libjpeg or a PDF reader could not decode, before anything is allocated.
    func check(_ limits: DecodeLimits) throws(DecodeFault) {
        guard width > 0 else { throw .corrupt("width 0") }
        guard height > 0 else { throw .corrupt("height 0") }
        try limits.check(width: width, height: height)
        if let process = marker.unsupportedProcess { throw .unsupported(process) }
        guard precision != 12 else { throw .unsupported("12-bit") }
        guard precision == 8 else { throw .corrupt("\(precision) bits a sample") }
        guard components.count != 4 else { throw .unsupported("CMYK") }
        guard components.count == 1 || components.count == 3 else {
            throw .unsupported("\(components.count) components")
        }
    }
}
