/// Receives the bytes of a PDF in order.
public protocol PDFOutput: AnyObject {
    /// Takes the next bytes.
    ///
    /// - Throws: Whatever keeps the bytes from being taken; the writing then stops.
    func write(_ bytes: [UInt8]) throws
}

/// Keeps a PDF in memory.
public final class MemoryOutput: PDFOutput {
    /// The bytes so far.
    public private(set) var bytes: [UInt8] = []

    /// Starts empty.
    public init() {}

    /// Appends bytes.
    public func write(_ bytes: [UInt8]) throws { self.bytes += bytes }
}
