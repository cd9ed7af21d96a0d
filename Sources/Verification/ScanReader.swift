public import Imaging
import QRCodes

/// Reads the codes of a scan or photo of printed pages.
///
/// Any angle will do, and so will whatever the picture says of turning it: a code has its own top.
public struct ScanReader: Sendable {
    /// What a picture may claim before it is refused undecoded.
    public let limits: DecodeLimits

    /// Pixels in which codes are looked for; a camera's whole picture, or what is left of a larger one.
    private static let enoughPixels = 16_000_000

    /// Makes a reader that refuses what is over the limits.
    public init(limits: DecodeLimits = DecodeLimits()) { self.limits = limits }

    /// Reads all codes of a JPEG, a PNG or another picture that can be decoded here.
    ///
    /// Mirrored codes and light ones on dark are not read.
    ///
    /// - Parameter bytes: The file.
    /// - Throws: A ``ScanError`` if the picture cannot be decoded; one without codes gives none.
    /// - Returns: The codes as they stand from the top left down, each once a place.
    public func codes(in bytes: Span<UInt8>) throws(ScanError) -> [ScannedCode] {
        let picture: PictureDecoder.Decoded
        do throws(ImagingError) {
            picture = try PictureDecoder.decode(bytes, enough: Self.enoughPixels, limits: limits)
        } catch {
            throw ScanError(error)
        }
        let pixels = picture.pixels
        let readings: [QRReading]
        do throws(QRError) {
            readings = try QRPageReader().read(planes(of: pixels))
        } catch {
            throw ScanError(.notRead, error.description)
        }
        let across = Double(picture.width) / Double(pixels.width)
        let down = Double(picture.height) / Double(pixels.height)
        return readings.compactMap { ScannedCode($0, across: across, down: down) }
            .sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    }

    private func planes(of pixels: PixelBuffer) throws(QRError) -> [QRCodes.LumaPlane] {
        let (width, height) = (pixels.width, pixels.height)
        guard pixels.channels == 3 else {
            return [
                try QRCodes.LumaPlane(width: width, height: height, bytes: pixels.samples)
            ]
        }
        return try QRCodes.LumaPlane.planes(width: width, height: height, colours: pixels.samples)
    }
}
