import Registration

/// What a PDF needs to know of a JPEG file to take it over unchanged; the coded pixels are not looked at.
public struct JPEGLayout: Hashable, Sendable {
    /// Width in pixels.
    public let width: Int
    /// Height in pixels.
    public let height: Int
    /// Whether it has one component, and no colours.
    public let isGray: Bool

    /// Reads the segments of a JPEG file up to the one that states its size.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - limits: What the picture may claim.
    /// - Throws: `ImagingError` if it is no JPEG, or of a kind that is not taken.
    public init(
        reading bytes: Span<UInt8>,
        limits: DecodeLimits = DecodeLimits()
    ) throws(ImagingError) {
        do throws(DecodeFault) {
            let frame = try Self.frame(in: bytes)
            try frame.check(limits)
            (width, height) = (frame.width, frame.height)
            isGray = frame.colour == .gray
        } catch {
            throw ImagingError(error)
        }
    }

    private static func frame(in bytes: Span<UInt8>) throws(DecodeFault) -> JPEGFrame {
        guard bytes.has([0xFF, 0xD8]) else { throw .corrupt("no SOI") }
        var offset = 2
        while let start = bytes.offsetOfMarker(from: offset) {
            let marker = JPEGMarker(rawValue: bytes[start + 1])
            guard !marker.standsAlone else {
                offset = start + 2
                continue
            }
            guard let length = bytes.bigEndian16(at: start + 2), length >= 2,
                start + 2 + length <= bytes.count
            else { throw .truncated }
            offset = start + 2 + length
            guard marker != .startOfScan else { throw .corrupt("a scan before the frame") }
            guard marker.isStartOfFrame else { continue }
            let content = bytes.extracting(start + 4..<offset)
            guard let frame = JPEGFrame(marker: marker, content: content) else {
                throw .corrupt("frame segment of a wrong length")
            }
            return frame
        }
        throw .truncated
    }
}
