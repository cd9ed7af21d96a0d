import Imaging
import Registration

/// The bytes decoded as what they are by their beginning.
func decodeForeign(
    _ bytes: [UInt8],
    limits: DecodeLimits = DecodeLimits()
) throws(ImagingError) -> ForeignPicture {
    try ForeignDecoder.flatten(
        bytes.span,
        format: PictureFormat(sniffing: bytes.span),
        limits: limits
    )
}
