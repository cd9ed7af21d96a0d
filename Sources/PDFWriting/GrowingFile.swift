/// A compact file whose objects are written as soon as they are stated, and then let go of.
final class GrowingFile {
    /// What else of a document is to be written.
    private struct Pending {
        let number: Int
        let text: [UInt8]
    }

    private let output: OutputBuffer
    private let deflater: Deflater
    private var file: CompactFile
    private var pending: [Pending] = []
    /// What copies pictures, taken once.
    private var piece = [UInt8](repeating: 0, count: 1 << 16)

    /// Begins a file with objects whose numbers are taken already.
    init(
        objectCount: Int,
        _ output: OutputBuffer,
        _ deflater: Deflater
    ) {
        self.output = output
        self.deflater = deflater
        file = CompactFile(objectCount: objectCount, output, deflater, .much)
        pending.reserveCapacity(CompactFile.packedCount)
    }

    /// Throws if the output took no more.
    func check() throws(PDFError) {
        if let failure = output.failure { throw PDFError(.output, "\(failure)") }
    }

    /// Takes a number for an object that is stated later.
    func reserve() -> Int { file.reserve() }

    /// Adds an object whose number is taken already.
    func add(_ text: ObjectText, as number: Int) {
        pending.append(Pending(number: number, text: text.bytes))
        if pending.count == CompactFile.packedCount { pack() }
    }

    /// Adds an object, and gives its number.
    func add(_ text: ObjectText) -> Int {
        let number = reserve()
        add(text, as: number)
        return number
    }

    /// Adds a stream of plain bytes; `entries` say all but how they are coded.
    func add(stream bytes: [UInt8], _ entries: ObjectText = ObjectText()) -> Int {
        var entries = entries
        entries.add("/Filter/FlateDecode")
        return add(payload: deflater.deflated(bytes, .much), entries)
    }

    /// Adds a stream of bytes as they stand in the file; `entries` say all but their number.
    func add(payload: [UInt8], _ entries: ObjectText) -> Int {
        let number = beginStream(entries, count: payload.count)
        output.write(payload)
        endStream()
        return number
    }

    /// Adds a stream whose bytes are copied as they are.
    func add(copyOf source: ByteSource, _ entries: ObjectText, name: String) throws(PDFError) -> Int
    {
        let reader = SourceReader(source)
        let number = beginStream(entries, count: reader.count)
        while output.failure == nil {
            let count = unsafe piece.withUnsafeMutableBytes { unsafe reader.read(into: $0) }
            guard let count else { throw PDFError(.pictureUnreadable, name) }
            if count == 0 { break }
            output.write(piece[..<count])
        }
        endStream()
        try check()
        return number
    }

    /// Adds a stream of bytes that are compressed now.
    func add(
        compressing source: ByteSource,
        _ entries: ObjectText,
        name: String
    ) throws(PDFError) -> Int {
        let bytes: [UInt8]
        switch source {
        case .bytes(let known): bytes = known
        case .made(let count, let make):
            guard let made = try? make(), made.count == count else {
                throw PDFError(.pictureUnreadable, name)
            }
            bytes = made
        case .file:
            guard let read = SourceReader(source).all else {
                throw PDFError(.pictureUnreadable, name)
            }
            bytes = read
        }
        var entries = entries
        entries.add("/Filter/FlateDecode")
        // A picture's samples are many, and hardly get smaller for more work.
        return add(payload: deflater.deflated(bytes, .little), entries)
    }

    private func beginStream(_ entries: ObjectText, count: Int) -> Int {
        let number = reserve()
        file.begin(number)
        output.write("\(number) 0 obj\n<<")
        output.write(entries.bytes)
        output.write("/Length \(count)>>\nstream\n")
        return number
    }

    private func endStream() { output.write("\nendstream\nendobj\n") }

    private func pack() {
        let pending = pending
        self.pending.removeAll(keepingCapacity: true)
        var next = 0
        file.pack(pending.map(\.number), areKept: false) { _ in
            output.write(pending[next].text)
            next += 1
        }
    }

    /// Writes all that is left and what finds it, or as much as could be before something failed.
    func end(with objects: DocumentObjects) {
        pack()
        guard let packed = file.writeStreams(of: objects) else { return }
        file.pack(packed, areKept: false) { objects.writeValue($0) }
        // Everything after a slot waits in memory until it is filled: that should be little.
        guard file.writeSlot(of: objects) else { return }
        file.writeReferences(of: objects)
    }
}
