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

/// Collects many small pieces into large ones before they reach the output.
final class OutputBuffer {
    private let output: any PDFOutput
    private var pending: [UInt8] = []
    private var written = 0
    private var collectionStart: Int?
    /// What the output threw, to be passed on once libharu has returned.
    private(set) var failure: (any Error)?

    private static let size = 1 << 16

    init(_ output: any PDFOutput) {
        self.output = output
        pending.reserveCapacity(Self.size + 4096)
    }

    /// The number of bytes so far.
    var count: Int { written + pending.count }

    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        unsafe pending.append(contentsOf: bytes)
        return pending.count < Self.size || collectionStart != nil || flush()
    }

    func write(_ bytes: some Collection<UInt8>) {
        pending += bytes
        if pending.count >= Self.size, collectionStart == nil { _ = flush() }
    }

    func write(_ text: String) { write(text.utf8) }

    /// Writes what follows a stream's dictionary.
    func write(stream bytes: [UInt8]) {
        write("\nstream\n")
        write(bytes)
        write("\nendstream")
    }

    /// Keeps what is written from now on, until `collected()` takes it out again.
    func collect() { collectionStart = pending.count }

    /// The number of bytes kept since `collect()`.
    var collectedCount: Int { pending.count - (collectionStart ?? pending.count) }

    /// Takes out what was kept, as if it had never been written.
    func collected() -> [UInt8] {
        let bytes = Array(pending.suffix(collectedCount))
        pending.removeLast(bytes.count)
        collectionStart = nil
        return bytes
    }

    func flush() -> Bool {
        guard failure == nil else { return false }
        do {
            try output.write(pending)
        } catch {
            failure = error
            return false
        }
        written += pending.count
        pending.removeAll(keepingCapacity: true)
        return true
    }
}
