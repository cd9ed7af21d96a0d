import CZXing

/// Finds the QR codes of a picture that is as clear as one just drawn.
///
/// ``QRPageReader`` reads worn and photographed ones.
public struct QRReader: Sendable {
    /// The most codes one picture may hold.
    public var limit: Int

    /// Makes a reader.
    public init(limit: Int = 64) { self.limit = limit }

    /// Reads every code of the plane in a single pass, in the order found.
    ///
    /// - Parameter plane: The picture: luma, or better the red channel where red stamps occur.
    /// - Throws: `QRError` when the reader itself fails; finding nothing is an empty list.
    /// - Returns: The codes; each one's error correction has succeeded. None if so much of the plane
    ///   looks like corners of codes that the decoder would not come to an end.
    public func read(_ plane: LumaPlane) throws(QRError) -> [QRReading] {
        guard !FinderCrowd.isCrowded(plane) else { return [] }
        let mostBytes = 7089  // of one symbol: the digits of version 40-L
        var bytes = [UInt8](repeating: 0, count: limit * mostBytes)
        var symbols = [czxing_symbol](repeating: czxing_symbol(), count: limit)
        let (byteCapacity, symbolCapacity) = (bytes.count, symbols.count)
        let count = unsafe plane.bytes.withUnsafeBufferPointer { luma in
            unsafe bytes.withUnsafeMutableBufferPointer { bytes in
                unsafe symbols.withUnsafeMutableBufferPointer { symbols in
                    unsafe czxing_read(
                        luma.baseAddress,
                        Int32(plane.width),
                        Int32(plane.height),
                        bytes.baseAddress,
                        byteCapacity,
                        symbols.baseAddress,
                        symbolCapacity
                    )
                }
            }
        }
        guard count >= 0 else {
            throw QRError(.readerFailed, "\(plane.width) × \(plane.height), status \(count)")
        }
        return symbols.prefix(Int(count)).map { QRReading($0, in: bytes) }
    }
}

extension QRReading {
    init(_ symbol: czxing_symbol, in buffer: [UInt8]) {
        bytes = Array(buffer[symbol.offset..<symbol.offset + symbol.length])
        corners = [
            Point(x: Int(symbol.x.0), y: Int(symbol.y.0)),
            Point(x: Int(symbol.x.1), y: Int(symbol.y.1)),
            Point(x: Int(symbol.x.2), y: Int(symbol.y.2)),
            Point(x: Int(symbol.x.3), y: Int(symbol.y.3)),
        ]
    }
}
