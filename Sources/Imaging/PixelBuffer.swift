/// Decoded pixels: rows from the top, 8-bit samples, nothing between the rows.
public struct PixelBuffer: Hashable, Sendable {
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// Samples in a pixel: 1 (gray) or 3 (red, green, blue).
    public let channels: Int
    /// All samples, `width * height * channels` of them.
    public let samples: [UInt8]

    /// Wraps samples; nil unless their number fits.
    public init?(width: Int, height: Int, channels: Int, samples: [UInt8]) {
        guard width > 0, height > 0, channels == 1 || channels == 3,
            samples.count == width * height * channels
        else { return nil }
        self.width = width
        self.height = height
        self.channels = channels
        self.samples = samples
    }
}
