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

/// Collects libharu's many small pieces into large ones before they reach the output.
final class OutputBuffer {
    private let output: any PDFOutput
    private var pending: [UInt8] = []
    /// What the output threw, to be passed on once libharu has returned.
    private(set) var failure: (any Error)?

    private static let size = 1 << 16

    init(_ output: any PDFOutput) {
        self.output = output
        pending.reserveCapacity(Self.size + 4096)
    }

    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        unsafe pending.append(contentsOf: bytes)
        return pending.count < Self.size || flush()
    }

    func flush() -> Bool {
        guard failure == nil else { return false }
        do {
            try output.write(pending)
        } catch {
            failure = error
            return false
        }
        pending.removeAll(keepingCapacity: true)
        return true
    }
}
