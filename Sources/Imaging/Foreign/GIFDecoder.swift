import CGIF

/// Decodes GIF files with giflib.
enum GIFDecoder {
    static func decode(
        _ bytes: Span<UInt8>,
        width: Int,
        height: Int
    ) throws(ImagingError) -> RGBAPicture {
        try unsafe RGBAPicture(width: width, height: height) { samples in
            var outcome = RGBAPicture.Outcome()
            outcome.failure = unsafe messageOfC(capacity: Int(CGIF_MESSAGE_SIZE)) { message in
                unsafe bytes.withUnsafeBufferPointer { data in
                    unsafe cgif_decode(
                        data.baseAddress,
                        data.count,
                        UInt32(width),
                        UInt32(height),
                        samples.baseAddress,
                        samples.count,
                        &outcome.hasMore,
                        message
                    )
                }
            }
            return outcome
        }
    }
}
