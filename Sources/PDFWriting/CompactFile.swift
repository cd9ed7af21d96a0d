/// The compact form of PDF 1.5: objects that are no streams are packed into compressed object streams, and
/// found by a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
struct CompactFile {
    /// Where an object is found.
    private enum Place: Equatable {
        case nowhere
        case offset(Int)
        case packed(stream: Int32, index: UInt8)
    }

    private let output: OutputBuffer
    private let deflater: Deflater
    private let effort: Deflater.Effort
    private var places: [Place]

    /// As many objects to a stream as one byte counts, and few enough for a reader that wants only one.
    static let packedCount = 255

    /// Begins a file with objects whose numbers are taken already.
    init(
        objectCount: Int,
        _ output: OutputBuffer,
        _ deflater: Deflater,
        _ effort: Deflater.Effort
    ) {
        self.output = output
        self.deflater = deflater
        self.effort = effort
        places = Array(repeating: .nowhere, count: objectCount)
    }

    /// Takes a number for an object.
    mutating func reserve() -> Int {
        places.append(.nowhere)
        return places.count - 1
    }

    /// Notes that an object follows.
    mutating func begin(_ number: Int) { places[number] = .offset(output.count) }

    /// Writes all objects and what finds them, or as much as could be before something failed.
    mutating func write(_ objects: DocumentObjects) {
        // Libharu learns the lengths of its streams as it writes them, so they come first.
        guard let packed = writeStreams(of: objects) else { return }
        // Everything after a slot waits in memory until it is filled: that should be little.
        guard writeSlot(of: objects) else { return }
        pack(packed.filter(objects.varies), areKept: false) { objects.writeValue($0) }
        // The answers to a form do not show in all else, which is the same all through a batch.
        let lasting = packed.filter { !objects.varies($0) } + objects.structure
        pack(lasting, areKept: true) { objects.writeValue($0) }
        writeReferences(of: objects)
    }

    /// Writes all streams but the slot that are not written yet, and gives the numbers of all else; nil if
    /// that failed.
    mutating func writeStreams(of objects: DocumentObjects) -> [Int]? {
        var others: [Int] = []
        let structure = objects.structure
        for number in 1..<objects.count
        where !structure.contains(number) && places[number] == .nowhere && objects.contains(number)
        {
            guard objects.isStream(number) else {
                others.append(number)
                continue
            }
            guard number == objects.slot || writeStream(number, of: objects) else { return nil }
        }
        return others
    }

    /// Writes the slot, if there is one; false if that failed.
    mutating func writeSlot(of objects: DocumentObjects) -> Bool {
        objects.slot.map { writeStream($0, of: objects) } ?? true
    }

    private mutating func writeStream(_ number: Int, of objects: DocumentObjects) -> Bool {
        begin(number)
        return objects.write(number)
    }

    /// Packs objects; `write` is called with the number of each and writes its value.
    mutating func pack(_ numbers: [Int], areKept: Bool, write: (Int) -> Void) {
        for start in stride(from: 0, to: numbers.count, by: Self.packedCount) {
            let end = min(start + Self.packedCount, numbers.count)
            pack(numbers[start..<end], areKept: areKept, write)
        }
    }

    private mutating func pack(
        _ numbers: ArraySlice<Int>,
        areKept: Bool,
        _ write: (Int) -> Void
    ) {
        let number = reserve()
        var index: [UInt8] = []
        output.collect()
        for (position, object) in numbers.enumerated() {
            let start = output.collectedCount.magnitude
            index.append(addingCapacity: 2 * OutputSpan<UInt8>.mostDigits) { span in
                span.append(digitsOf: object.magnitude)
                span.append(" ")
                span.append(digitsOf: start)
                span.append(" ")
            }
            write(object)
            output.write("\n")
            places[object] = .packed(
                stream: Int32(truncatingIfNeeded: number),
                index: UInt8(truncatingIfNeeded: position)
            )
        }
        let plain = index + output.collected()
        let bytes = areKept ? deflater.kept(plain, effort) : deflater.deflated(plain, effort)
        begin(number)
        output.write("\(number) 0 obj\n<</Type/ObjStm/N \(numbers.count)/First \(index.count)")
        output.write("/Filter/FlateDecode/Length \(bytes.count)>>")
        output.write(stream: bytes)
        output.write("\nendobj\n")
    }

    /// Writes what finds all objects.
    mutating func writeReferences(of objects: DocumentObjects) {
        let (number, start) = (reserve(), output.count)
        begin(number)
        let size = (Int.bitWidth - start.leadingZeroBitCount + 7) / 8
        let bytes = deflater.deflated(table(offsetSize: size), effort)
        output.write("\(number) 0 obj\n")
        let entries = """
            /Type/XRef/Size \(places.count)/W[1 \(size) 1]/Filter/FlateDecode\
            /DecodeParms<</Predictor 12/Columns \(size + 2)>>/Length \(bytes.count)
            """
        // What libharu's trailer says stands in the stream's dictionary, between the same brackets.
        output.collect()
        objects.writeTrailer()
        output.write(output.collected().dropLast(2) + entries.utf8 + ">>".utf8)
        output.write(stream: bytes)
        output.write("\nendobj\nstartxref\n\(start)\n%%EOF\n")
    }

    /// Three numbers for each object, every row less the row above it (PNG's filter 2).
    private func table(offsetSize: Int) -> [UInt8] {
        var table: [UInt8] = []
        let width = offsetSize + 3
        table.reserveCapacity(width * places.count)
        for place in places {
            table.append(2)
            switch place {
            case .nowhere: table.append(number: 0, size: offsetSize + 2)
            case .offset(let offset):
                table.append(1)
                table.append(number: offset, size: offsetSize)
                table.append(0)
            case .packed(let stream, let index):
                table.append(2)
                table.append(number: Int(stream), size: offsetSize)
                table.append(index)
            }
        }
        // From the end: each row is told from what the one above it was.
        for start in stride(from: table.count - width, to: 0, by: -width) {
            for byte in start + 1..<start + width { table[byte] &-= table[byte - width] }
        }
        return table
    }
}
