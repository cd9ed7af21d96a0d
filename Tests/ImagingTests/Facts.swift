import Imaging
import Registration
import Testing

/// The facts about some bytes, as files have them.
func facts(of bytes: [UInt8], limits: DecodeLimits = DecodeLimits(), faces: FaceCascade? = nil)
    throws -> PictureFacts
{
    try inspection(of: bytes, limits: limits, faces: faces).facts
}

/// The same, and the layout of a sound PNG.
func inspection(
    of bytes: [UInt8],
    limits: DecodeLimits = DecodeLimits(),
    faces: FaceCascade? = nil
) throws -> (facts: PictureFacts, png: PNGLayout?) {
    let hash = try #require(ContentHash(bytes: Array(repeating: 0, count: 32)))
    return PictureInspector(limits: limits, faces: faces).read(bytes.span, hash: hash)
}
