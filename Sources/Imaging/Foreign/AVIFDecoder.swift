import CAVIF

/// Decodes AVIF files with libavif.
enum AVIFDecoder {
    static var isAvailable: Bool { cavif_decodes() != 0 }

    static func decode(
        _ bytes: Span<UInt8>,
        limits: DecodeLimits
    ) throws(ImagingError) -> RGBAPicture {
        var decoded = unsafe cavif_picture()
        let failure = unsafe messageOfC(capacity: Int(CAVIF_MESSAGE_SIZE)) { message in
            unsafe bytes.withUnsafeBufferPointer { data in
                unsafe cavif_decode(
                    data.baseAddress,
                    data.count,
                    UInt32(clamping: limits.side),
                    UInt32(clamping: limits.pixels),
                    &decoded,
                    message
                )
            }
        }
        defer { unsafe cavif_free(&decoded) }
        guard failure == nil, let rows = unsafe decoded.rows else {
            throw ImagingError(.notDecoded, failure ?? "no pixels")
        }
        var picture = unsafe RGBAPicture(
            width: Int(decoded.width),
            height: Int(decoded.height),
            rows: rows,
            stride: decoded.stride
        )
        picture.orientation = unsafe orientation(decoded.quarterTurns, decoded.mirror)
        picture.hasMore = unsafe decoded.hasMore != 0
        return picture
    }

    /// The number that EXIF has for quarter turns against the clock and then a mirroring.
    private static func orientation(_ quarterTurns: Int32, _ mirror: Int32) -> Int {
        let turned = Int(quarterTurns & 3)
        switch mirror {
        case 0: return [4, 5, 2, 7][turned]
        case 1: return [2, 7, 4, 5][turned]
        default: return [1, 8, 3, 6][turned]
        }
    }
}
