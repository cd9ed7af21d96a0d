import Registration

/// A JPEG file as a row of marker segments (ISO/IEC 10918-1 annex B), from SOI to the first EOI.
struct JPEGStructure {
    private(set) var frame: JPEGFrame?
    /// From the first EXIF segment; a second one does not count.
    private(set) var orientation: EXIFOrientation?
    /// From that segment, and from the first quantization table.
    private(set) var metadata = PictureMetadata()
    /// Where the picture ends: the offset behind EOI.
    private(set) var end: Int?
    /// What a decoder needs, tables, frame and scans with their data; no metadata, no junk.
    private(set) var essentials: [Range<Int>] = []
    /// What says how the samples are to be read as colours: JFIF, Adobe and ICC segments.
    private(set) var colourSegments: [Range<Int>] = []
    /// How many units stand between two restart markers; 0 if there are none.
    private var restartInterval = 0
    private var scanCount = 0
    private var hasEXIF = false
    private var tables = HuffmanTables()
    private var coverage: SpectralCoverage?

    /// How many pieces of data, each but the last ended by a restart marker, the only scan must have;
    /// nil if there are several scans, or no such markers.
    var pieceCount: Int? {
        guard let frame, !frame.isProgressive, scanCount == 1 else { return nil }
        guard restartInterval > 0 else { return nil }
        return frame.units.map { ($0.count - 1) / restartInterval + 1 }
    }

    /// What libjpeg keeps of a picture of several scans until the last one: 64 numbers of each block.
    var coefficientBytes: Int {
        guard let frame, frame.isProgressive || scanCount > 1, let units = frame.units else {
            return 0
        }
        return units.count * units.blocks * 64 * 2
    }

    /// Walks over all segments; on a fault, what was read before it stays.
    mutating func read(_ bytes: Span<UInt8>, limits: DecodeLimits) throws(DecodeFault) {
        var offset = 2
        while end == nil {
            guard let next = bytes.offsetOfMarker(from: offset) else { throw .truncated }
            offset = try readSegment(at: next, in: bytes, limits: limits)
        }
        guard frame != nil else { throw .corrupt("no frame") }
        guard let coverage, scanCount > 0 else { throw .corrupt("no scan") }
        guard coverage.isComplete else { throw .truncated }
        guard coefficientBytes <= limits.coefficientBytes else {
            throw .overLimit("\(coefficientBytes) bytes to decode a progressive picture")
        }
    }

    /// Reads the segment whose 0xFF stands at the offset; returns the offset behind it.
    private mutating func readSegment(
        at start: Int,
        in bytes: Span<UInt8>,
        limits: DecodeLimits
    ) throws(DecodeFault) -> Int {
        let marker = JPEGMarker(rawValue: bytes[start + 1])
        if marker == .endOfImage { end = start + 2 }
        guard marker != .startOfImage else { throw .corrupt("SOI within a picture") }
        guard !marker.standsAlone else { return start + 2 }

        guard let length = bytes.bigEndian16(at: start + 2) else { throw .truncated }
        guard length >= 2 else { throw .corrupt("a segment of \(length) bytes") }
        let stop = start + 2 + length
        guard stop <= bytes.count else { throw .truncated }
        let content = bytes.extracting(start + 4..<stop)
        switch marker {
        case .defineHuffmanTables: try tables.define(by: content)
        case .application1: readApplication1(content)
        case .startOfScan:
            try readScan(content, limits: limits)
            let dataEnd = bytes.offsetAfterEntropyData(from: stop)
            essentials.append(start..<dataEnd)
            return dataEnd
        case .defineQuantizationTables: readQuality(content)
        case .defineRestartInterval: restartInterval = content.bigEndian16(at: 0) ?? 0
        default:
            guard marker.isStartOfFrame else {
                if marker.tellsColours(content) { colourSegments.append(start..<stop) }
                return stop
            }
            try readFrame(marker, content, limits: limits)
        }
        if marker != .application1 { essentials.append(start..<stop) }
        return stop
    }

    private mutating func readFrame(
        _ marker: JPEGMarker,
        _ content: Span<UInt8>,
        limits: DecodeLimits
    ) throws(DecodeFault) {
        guard frame == nil else { throw .corrupt("a second frame") }
        guard let frame = JPEGFrame(marker: marker, content: content) else {
            throw .corrupt("frame segment of a wrong length")
        }
        self.frame = frame
        coverage = SpectralCoverage(componentCount: frame.components.count)
        try frame.check(limits)
    }

    private mutating func readScan(
        _ content: Span<UInt8>,
        limits: DecodeLimits
    ) throws(DecodeFault) {
        guard let frame else { throw .corrupt("a scan before the frame") }
        guard let scan = JPEGScan(content: content) else {
            throw .corrupt("scan segment of a wrong length")
        }
        scanCount += 1
        guard scanCount <= limits.scans else { throw .overLimit("over \(limits.scans) scans") }
        try tables.check(scan, isProgressive: frame.isProgressive)
        try coverage?.add(scan, of: frame)
    }

    private mutating func readApplication1(_ content: Span<UInt8>) {
        guard !hasEXIF, content.has("Exif\0"), content.count >= 6 else { return }
        hasEXIF = true
        let tiff = content.extracting(6..<content.count)
        orientation = EXIFOrientation(tiff: tiff)
        metadata.readEXIF(tiff)
    }

    private mutating func readQuality(_ content: Span<UInt8>) {
        guard metadata.quality == nil, let table = QuantizationTable.first(in: content) else {
            return
        }
        metadata.quality = QuantizationTable.quality(of: table)
    }
}
