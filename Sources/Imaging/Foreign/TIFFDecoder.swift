import CTIFF

/// Decodes TIFF files with libtiff.
enum TIFFDecoder {
    static func decode(
        _ bytes: Span<UInt8>,
        header: TIFFHeader
    ) throws(ImagingError) -> RGBAPicture {
        let (width, height) = (header.width, header.height)
        var picture = try unsafe RGBAPicture(width: width, height: height) { samples in
            var outcome = RGBAPicture.Outcome()
            outcome.failure = unsafe messageOfC(capacity: Int(CTIFF_MESSAGE_SIZE)) { message in
                unsafe bytes.withUnsafeBufferPointer { data in
                    unsafe ctiff_decode(
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
        picture.isPremultiplied = true
        picture.orientation = header.orientation
        return picture
    }
}
