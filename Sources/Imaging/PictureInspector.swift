public import Registration

/// Measures picture files: what they are, what they claim, and whether all of it is there.
///
/// Every bit of the coded pixels is read, so a picture without damage is one that any decoder can
/// show. What the pixels look like is measured on the way; none are kept but a thumbnail.
public struct PictureInspector: Hashable, Sendable {
    /// What a picture may claim before it is refused undecoded.
    public let limits: DecodeLimits
    /// What finds faces in portraits; without it they are not counted.
    public let faces: FaceCascade?

    /// Makes an inspector that refuses what is over the limits.
    public init(limits: DecodeLimits = DecodeLimits(), faces: FaceCascade? = nil) {
        self.limits = limits
        self.faces = faces
    }

    /// Reads a picture file whose SHA-256 is known; any bytes at all give facts.
    public func facts(of bytes: Span<UInt8>, hash: ContentHash) -> PictureFacts {
        read(bytes, hash: hash).facts
    }

    /// Reads the same facts, and how a PNG without damage is built.
    public func read(
        _ bytes: Span<UInt8>,
        hash: ContentHash
    ) -> (facts: PictureFacts, png: PNGLayout?) {
        let format = PictureFormat(sniffing: bytes)
        var facts = PictureFacts(format: format, size: ByteCount(bytes.count), hash: hash)
        var png: PNGLayout?
        do throws(DecodeFault) {
            switch format {
            case .jpeg: try readJPEG(bytes, into: &facts)
            case .png: png = try readPNG(bytes, into: &facts)
            case .unknown: throw fault(ofUnknown: bytes)
            default:
                // What is not taken has a size nevertheless, if only its header is sound.
                if let size = try? ForeignHeader.size(of: bytes, format: format) {
                    (facts.width, facts.height) = size
                }
                throw .unsupported(format.title)
            }
        } catch {
            facts.damage = error.damage
        }
        return (facts, png)
    }

    private func fault(ofUnknown bytes: Span<UInt8>) -> DecodeFault {
        for signature: [UInt8] in [[0xFF, 0xD8, 0xFF], PNGChunk.signature] {
            let beginning = Array(signature.prefix(bytes.count))
            if beginning.count == bytes.count, bytes.has(beginning) { return .truncated }
        }
        if bytes.has("PNG", at: 1) { return .corrupt("the PNG signature is damaged") }
        return .corrupt("no picture format begins like this")
    }
}
