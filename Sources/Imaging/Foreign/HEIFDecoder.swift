import CHEIF

/// Decodes HEIC files with libheif, which applies their turns, mirrorings and crops.
///
/// A file cut short is an error. Of damage within the coded picture libheif hears nothing: libde265
/// guesses the pixels, or leaves them as they were in memory, so a person should look at the result.
enum HEIFDecoder {
    static var isAvailable: Bool { cheif_decodes_hevc() != 0 }

    static func decode(
        _ bytes: Span<UInt8>,
        limits: DecodeLimits
    ) throws(ImagingError) -> RGBAPicture {
        var decoded = unsafe cheif_picture()
        let failure = unsafe messageOfC(capacity: Int(CHEIF_MESSAGE_SIZE)) { message in
            unsafe bytes.withUnsafeBufferPointer { data in
                unsafe cheif_decode(
                    data.baseAddress,
                    data.count,
                    UInt32(clamping: min(limits.side, Int(Int32.max))),
                    UInt64(clamping: limits.pixels),
                    &decoded,
                    message
                )
            }
        }
        defer { unsafe cheif_free(&decoded) }
        guard failure == nil, let rows = unsafe decoded.rows else {
            throw ImagingError(.notDecoded, failure ?? "no pixels")
        }
        var picture = unsafe RGBAPicture(
            width: Int(decoded.width),
            height: Int(decoded.height),
            rows: rows,
            stride: decoded.stride
        )
        picture.isPremultiplied = unsafe decoded.isPremultiplied != 0
        picture.hasMore = unsafe decoded.hasMore != 0
        return picture
    }
}
