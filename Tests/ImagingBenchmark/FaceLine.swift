import Imaging
import Registration

/// How many faces are seen in a picture, and how long the search takes.
struct FaceLine {
    let text: String

    init(name: String, bytes: [UInt8], cascade: FaceCascade) {
        guard let plane = Self.plane(bytes) else {
            text = "\(name): not decoded"
            return
        }
        var count = 0
        let time = ContinuousClock().measure { count = FaceSearch(cascade).count(in: plane) }
        text = "\(name): \(count) in \(time)"
    }

    /// The luma of a picture at the size at which it is measured, at most.
    private static func plane(_ bytes: [UInt8]) -> LumaPlane? {
        if let pixels = try? PNGDecoder.flatten(bytes.span) { return LumaPlane(pixels) }
        let facts = MeasuredPicture(name: "", bytes: bytes).facts
        guard facts.content != nil else { return nil }
        let output = JPEGDecoder.Output(width: facts.width, height: facts.height, eighths: 8)
        guard let pixels = try? JPEGDecoder()?.decode(bytes.span, output) else { return nil }
        return LumaPlane(pixels)
    }
}
