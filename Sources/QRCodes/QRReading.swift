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

    func scaledUp(by factor: Int) -> Self {
        moved(scale: Double(factor), x: 0, y: 0)
    }

    /// The same reading of a part that was scaled, in the whole plane.
    func moved(scale: Double, x: Double, y: Double) -> Self {
        Self(
            bytes: bytes,
            corners: corners.map {
                Point(x: Int(Double($0.x) * scale + x), y: Int(Double($0.y) * scale + y))
            }
        )
    }

    /// Whether the other one is of the same symbol.
    func isSame(as other: Self) -> Bool {
        bytes == other.bytes && contains(other.centre.x, other.centre.y)
    }

    /// Whether the symbol is what was suspected in a place.
    func holds(_ suspect: CodeSuspect) -> Bool { contains(suspect.x, suspect.y) }

    private var centre: (x: Double, y: Double) {
        let count = Double(max(corners.count, 1))
        return (
            Double(corners.reduce(0) { $0 + $1.x }) / count,
            Double(corners.reduce(0) { $0 + $1.y }) / count
        )
    }

    /// Whether a place is inside the four corners: on the same side of all edges.
    private func contains(_ x: Double, _ y: Double) -> Bool {
        let sides = zip(corners, corners.dropFirst() + corners.prefix(1)).map { from, to in
            let (across, down) = (Double(to.x - from.x), Double(to.y - from.y))
            return across * (y - Double(from.y)) - down * (x - Double(from.x))
        }
        return sides.allSatisfy { $0 >= 0 } || sides.allSatisfy { $0 <= 0 }
    }
}
