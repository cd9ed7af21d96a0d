import Registration

/// A PNG file as a row of chunks, from the signature to IEND; every checksum is compared.
struct PNGStructure {
    private(set) var header: PNGHeader?
    /// Red, green and blue of each entry.
    private(set) var palette: [UInt8] = []
    /// The content of a tRNS chunk; empty if there is none.
    private(set) var transparency: [UInt8] = []
    private(set) var metadata = PictureMetadata()
    private(set) var orientation: EXIFOrientation?
    /// Where the payloads of the IDAT chunks lie, empty ones left out.
    private(set) var imageData: [Range<Int>] = []
    /// Where the picture ends: the offset behind IEND.
    private(set) var end: Int?
    var hasTransparencyChunk: Bool { !transparency.isEmpty }
    private var last: PNGChunk.Kind?
    private var hasImageData = false
    private var hasPalette = false
    private var hasEXIF = false

    /// Walks over all chunks; on a fault, what was read before it stays.
    mutating func read(_ bytes: Span<UInt8>, limits: DecodeLimits) throws(DecodeFault) {
        try Self.checkSignature(of: bytes)
        var offset = PNGChunk.signature.count
        while end == nil {
            let chunk = try PNGChunk(at: offset, in: bytes)
            try read(chunk, content: bytes.extracting(chunk.payload), limits: limits)
            last = chunk.kind
            offset = chunk.end
        }
    }

    private static func checkSignature(of bytes: Span<UInt8>) throws(DecodeFault) {
        guard bytes.count >= PNGChunk.signature.count else { throw .truncated }
        guard bytes.has(PNGChunk.signature) else {
            throw .corrupt("the PNG signature is damaged, as by a transfer as text")
        }
    }

    private mutating func read(
        _ chunk: PNGChunk,
        content: Span<UInt8>,
        limits: DecodeLimits
    ) throws(DecodeFault) {
        if chunk.kind == .header {
            guard last == nil else { throw .corrupt("a second IHDR") }
            let header = try PNGHeader(content)
            self.header = header
            return try limits.check(width: header.width, height: header.height)
        }
        guard let header else { throw .corrupt("no IHDR at the beginning") }
        switch chunk.kind {
        case .palette: try readPalette(content, header)
        case .transparency: try readTransparency(content, header)
        case .imageData: try readImageData(chunk.payload, header)
        case .exif: readEXIF(content)
        case .end: try readEnd(chunk)
        default:
            guard !chunk.kind.isCritical else {
                throw .unsupported("critical chunk \(chunk.kind.name)")
            }
        }
    }

    private mutating func readPalette(
        _ content: Span<UInt8>,
        _ header: PNGHeader
    ) throws(DecodeFault) {
        guard !hasPalette else { throw .corrupt("a second PLTE") }
        hasPalette = true
        // Elsewhere a palette is but a hint for screens of few colours.
        guard header.colourType == .indexed else { return }
        guard !hasImageData else { throw .corrupt("PLTE behind IDAT") }
        let entries = content.count / 3
        guard content.count.isMultiple(of: 3), entries > 0, entries <= 1 << header.bitDepth else {
            throw .corrupt("a palette of \(content.count) bytes")
        }
        for index in content.indices { palette.append(content[index]) }
    }

    private mutating func readTransparency(
        _ content: Span<UInt8>,
        _ header: PNGHeader
    ) throws(DecodeFault) {
        let fits =
            switch header.colourType {
            case .gray: content.count == 2
            case .rgb: content.count == 6
            case .indexed: !content.isEmpty && content.count <= palette.count / 3
            case .grayAlpha, .rgbAlpha: false
            }
        guard fits, !hasTransparencyChunk, !hasImageData else {
            throw .corrupt("tRNS of \(content.count) bytes where it does not fit")
        }
        for index in content.indices { transparency.append(content[index]) }
    }

    private mutating func readImageData(
        _ payload: Range<Int>,
        _ header: PNGHeader
    ) throws(DecodeFault) {
        guard header.colourType != .indexed || hasPalette else { throw .corrupt("no PLTE") }
        guard !hasImageData || last == .imageData else {
            throw .corrupt("IDAT chunks not consecutive")
        }
        hasImageData = true
        if !payload.isEmpty { imageData.append(payload) }
    }

    private mutating func readEXIF(_ content: Span<UInt8>) {
        guard !hasEXIF else { return }
        hasEXIF = true
        orientation = EXIFOrientation(tiff: content)
        metadata.readEXIF(content)
    }

    private mutating func readEnd(_ chunk: PNGChunk) throws(DecodeFault) {
        guard hasImageData else { throw .corrupt("no IDAT") }
        guard chunk.payload.isEmpty else { throw .corrupt("IEND with content") }
        end = chunk.end
    }
}
