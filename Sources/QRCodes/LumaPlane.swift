/// Eight-bit gray pixels, row by row, without padding: luma, or the red channel of a stamped page.
public struct LumaPlane: Hashable, Sendable {
    /// The number of columns.
    public let width: Int
    /// The number of rows.
    public let height: Int
    /// The pixels, 0 for black.
    public let bytes: [UInt8]

    /// Wraps pixels.
    ///
    /// - Parameters:
    ///   - width: The number of columns, 1 to 32,767.
    ///   - height: The number of rows, 1 to 32,767.
    ///   - bytes: width × height pixels.
    /// - Throws: `QRError` when the sides do not fit the number of bytes.
    public init(width: Int, height: Int, bytes: [UInt8]) throws(QRError) {
        let sides = 1...Int(Int16.max)
        guard sides ~= width, sides ~= height, bytes.count == width * height else {
            throw QRError(.badPlane, "\(width) × \(height), \(bytes.count) bytes")
        }
        self.init(unchecked: bytes, width, height)
    }

    init(unchecked bytes: [UInt8], _ width: Int, _ height: Int) {
        self.width = width
        self.height = height
        self.bytes = bytes
    }
}
