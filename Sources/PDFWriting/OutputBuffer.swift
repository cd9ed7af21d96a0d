/// Collects many small pieces into large ones before they reach the output.
final class OutputBuffer {
    private let output: any PDFOutput
    private let room: OutputRoom
    private var pending: [UInt8] = []
    private var written = 0
    private var collectionStart: Int?
    /// Whether all bytes from a slot's first on are kept until it is filled.
    private var isHolding = false
    /// What the output threw, to be passed on once libharu has returned.
    private(set) var failure: (any Error)?

    private static let size = 1 << 16

    init(_ output: any PDFOutput, _ room: OutputRoom = OutputRoom()) {
        self.output = output
        self.room = room
        swap(&pending, &room.bytes)
        pending.reserveCapacity(Self.size + 4096)
    }

    deinit {
        guard pending.capacity <= 2 * Self.size else { return }
        pending.removeAll(keepingCapacity: true)
        swap(&pending, &room.bytes)
    }

    /// The number of bytes so far.
    var count: Int { written + pending.count }

    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        unsafe pending.append(contentsOf: bytes)
        return !isDue || flush()
    }

    func write(_ bytes: some Collection<UInt8>) {
        pending += bytes
        if isDue { _ = flush() }
    }

    private var isDue: Bool {
        pending.count >= Self.size && collectionStart == nil && !isHolding
    }

    func write(_ text: String) { write(text.utf8) }

    /// Writes what follows a stream's dictionary.
    func write(stream bytes: [UInt8], isSlot: Bool = false) {
        write("\nstream\n")
        if isSlot { isHolding = flush() }
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

    /// Fills the slot at which bytes are held, now that all others are there.
    func fill(_ slot: PDFSlot) {
        guard failure == nil, isHolding else { return }
        isHolding = false
        do {
            let bytes = try slot.filling(pending)
            guard bytes.count == slot.size else { throw PDFError(.output, slot.name) }
            pending.replaceSubrange(..<slot.size, with: bytes)
        } catch {
            failure = error
        }
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

/// The memory in which documents are put together, which those of a batch take one after the other.
final class OutputRoom {
    fileprivate var bytes: [UInt8] = []
}
