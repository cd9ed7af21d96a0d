import CWebP

/// Decodes WebP files with libwebp.
enum WebPDecoder {
    static func decode(
        _ bytes: Span<UInt8>,
        width: Int,
        height: Int
    ) throws(ImagingError) -> RGBAPicture {
        try unsafe RGBAPicture(width: width, height: height) { samples in
            var outcome = RGBAPicture.Outcome()
            let failure = unsafe bytes.withUnsafeBufferPointer { data in
                unsafe cwebp_decode(
                    data.baseAddress,
                    data.count,
                    UInt32(width),
                    UInt32(height),
                    samples.baseAddress,
                    samples.count,
                    &outcome.hasMore
                )
            }
            outcome.failure = unsafe failure.map { unsafe String(cString: $0) }
            return outcome
        }
    }
}
