import Imaging
import Registration
import Testing

/// The facts about some bytes, as files have them.
func facts(of bytes: [UInt8], limits: DecodeLimits = DecodeLimits(), faces: FaceCascade? = nil)
    throws -> PictureFacts
{
    let hash = try #require(ContentHash(bytes: Array(repeating: 0, count: 32)))
    return PictureInspector(limits: limits, faces: faces).facts(of: bytes.span, hash: hash)
}
