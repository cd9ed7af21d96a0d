/// One QR code found in a picture.
public struct QRReading: Hashable, Sendable {
    /// A place in the plane that was searched, in its pixels.
    public struct Point: Hashable, Sendable {
        /// Pixels from the left.
        public let x: Int
        /// Pixels from the top.
        public let y: Int
    }

    /// Exactly the bytes the code holds.
    public let bytes: [UInt8]
    /// The corners, clockwise from the symbol's own top left.
    public let corners: [Point]

    /// The bytes as UTF-8 text; nil when they are none.
    public var text: String? { String(validating: bytes, as: UTF8.self) }

    /// The same reading in a plane that is smaller by a factor.
    func scaledDown(by factor: Int) -> Self {
        Self(
            bytes: bytes,
            corners: corners.map { Point(x: $0.x / factor, y: $0.y / factor) }
        )
    }
}
