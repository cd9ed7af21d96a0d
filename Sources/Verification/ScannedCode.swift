import QRCodes

/// A QR code in a scan or photo.
public struct ScannedCode: Hashable, Sendable {
    /// A place in the picture, in its pixels.
    public struct Corner: Hashable, Sendable {
        /// Pixels from the left.
        public let x: Int
        /// Pixels from the top.
        public let y: Int
    }

    /// What the code says.
    public let text: String
    /// The corners, clockwise from the symbol's own top left, in pixels of the picture as stored.
    public let corners: [Corner]

    /// A reading, in a picture that is so many times larger; nil if it is no text.
    init?(_ reading: QRReading, across: Double, down: Double) {
        guard let text = reading.text else { return nil }
        self.text = text
        corners = reading.corners.map {
            Corner(x: Int(Double($0.x) * across), y: Int(Double($0.y) * down))
        }
    }

    var left: Int { corners.map(\.x).min() ?? 0 }
    var top: Int { corners.map(\.y).min() ?? 0 }
}
