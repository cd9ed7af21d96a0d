import FoundationEssentials
import Imaging
import Registration

/// What libFuzzer drives: bytes go through everything that reads pictures, as a picture would.
///
/// `PICTURE_FORMAT=jpeg` or `png` puts that format's signature over the first bytes, so that none
/// are wasted on finding it; without it they are read as they are. `PICTURE_PIXELS` lowers the limit
/// of pixels, so that more inputs can be tried in the same time.
enum PictureFuzzer {
    /// What the bytes are made to begin with; empty for nothing.
    static let signature: [UInt8] =
        switch ProcessInfo.processInfo.environment["PICTURE_FORMAT"] {
        case "jpeg": [0xFF, 0xD8, 0xFF]
        case "png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        default: []
        }

    static let limits: DecodeLimits = {
        var limits = DecodeLimits()
        let pixels = ProcessInfo.processInfo.environment["PICTURE_PIXELS"].flatMap { Int($0) }
        limits.pixels = pixels ?? limits.pixels
        return limits
    }()

    static func read(_ input: [UInt8]) {
        let bytes = picture(from: input)
        let hash = ContentHash(bytes: Array(repeating: 0, count: 32))
        guard let hash else { preconditionFailure("32 bytes are a hash") }
        let facts = PictureInspector(limits: limits).facts(of: bytes.span, hash: hash)
        // Encoding takes a hundred times as long as reading: while fuzzing, every sixteenth is mended.
        if signature.isEmpty || bytes.count.isMultiple(of: 16) { mend(bytes, facts) }
        guard facts.format == .png else { return }
        let pixels = try? PNGDecoder.flatten(bytes.span, limits: limits)
        // What is found sound goes into a PDF, as it stands or decoded.
        precondition(facts.damage != nil || pixels != nil, "a sound picture must be decoded")
    }

    /// Mends what a review would have mended, and everything at once; what comes out must be sound.
    private static func mend(_ bytes: [UInt8], _ facts: PictureFacts) {
        switch facts.damage {
        case nil, .unsupported: break
        default: return
        }
        let order = RepairOrder(
            formats: [.jpeg],
            maxBytes: 4_000,
            floor: LegibilityFloor(longSide: 64, quality: 10),
            turn: PictureTurn(orientation: facts.orientation ?? 6),
            removesMetadata: true,
            flattens: true
        )
        let mended = PictureMender(limits: limits).mend(bytes, facts: facts, by: order)
        guard !mended.steps.isEmpty else { return }
        let after = PictureInspector(limits: limits).facts(of: mended.bytes.span, hash: facts.hash)
        precondition(after.damage == nil, "what was mended must be sound")
    }

    /// A first byte that is no multiple of four, though the signature covers it, has the checksums of
    /// a PNG made right: else hardly any change would get past the chunk that it hit.
    private static func picture(from input: [UInt8]) -> [UInt8] {
        let bytes = signature + input.dropFirst(signature.count)
        guard signature.count == 8, let first = input.first, first & 3 != 0 else { return bytes }
        return PNGChecksums(mending: bytes).file
    }
}

/// The function that libFuzzer calls with each input.
@c(LLVMFuzzerTestOneInput)
public func readInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    PictureFuzzer.read(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
