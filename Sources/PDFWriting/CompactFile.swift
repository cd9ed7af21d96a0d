/// Writes a document's objects in the compact form of PDF 1.5: those that are no streams packed into
/// compressed object streams, and found by a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
struct CompactFile {
    /// Where an object is found.
    private enum Place {
        case nowhere
        case offset(Int)
        case packed(stream: Int, index: Int)
    }

    private let objects: DocumentObjects
    private let output: OutputBuffer
    private let deflater: Deflater
    private let effort: Deflater.Effort
    private var places: [Place]

    /// As many objects to a stream as one byte counts, and few enough for a reader that wants only one.
    private static let packedCount = 200

    init(
        _ objects: DocumentObjects,
        _ output: OutputBuffer,
        _ deflater: Deflater,
        _ effort: Deflater.Effort
    ) {
        self.objects = objects
        self.output = output
        self.deflater = deflater
        self.effort = effort
        places = Array(repeating: .nowhere, count: objects.count)
    }

    /// Writes all objects and what finds them, or as much as could be before something failed.
    mutating func write() {
        var packed: [Int] = []
        // Libharu learns the lengths of its streams as it writes them, so they come first.
        let structure = objects.structure
        for number in places.indices.dropFirst()
        where !structure.contains(number) && objects.contains(number) {
            guard objects.isStream(number) else {
                packed.append(number)
                continue
            }
            guard number == objects.slot || writeStream(number) else { return }
        }
        // Everything after a slot waits in memory until it is filled: that should be little.
        if let slot = objects.slot, !writeStream(slot) { return }
        pack(packed, areKept: false)
        // The answers to a form do not show in its structure, which is the same all through a batch.
        pack(Array(structure), areKept: true)
        writeReferences()
    }

    private mutating func pack(_ numbers: [Int], areKept: Bool) {
        for start in stride(from: 0, to: numbers.count, by: Self.packedCount) {
            let end = min(start + Self.packedCount, numbers.count)
            pack(numbers[start..<end], areKept: areKept)
        }
    }

    private mutating func writeStream(_ number: Int) -> Bool {
        places[number] = .offset(output.count)
        return objects.write(number)
    }

    private mutating func pack(_ numbers: ArraySlice<Int>, areKept: Bool) {
        let number = places.count
        var index: [UInt8] = []
        output.collect()
        for (position, object) in numbers.enumerated() {
            index.append(digitsOf: object.magnitude)
            index.append(UInt8(ascii: " "))
            index.append(digitsOf: output.collectedCount.magnitude)
            index.append(UInt8(ascii: " "))
            objects.writeValue(object)
            output.write("\n")
            places[object] = .packed(stream: number, index: position)
        }
        let plain = index + output.collected()
        let bytes = areKept ? deflater.kept(plain, effort) : deflater.deflated(plain, effort)
        places.append(.offset(output.count))
        output.write("\(number) 0 obj\n<</Type/ObjStm/N \(numbers.count)/First \(index.count)")
        output.write("/Filter/FlateDecode/Length \(bytes.count)>>")
        output.write(stream: bytes)
        output.write("\nendobj\n")
    }

    private mutating func writeReferences() {
        let (number, start) = (places.count, output.count)
        places.append(.offset(start))
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
                table.append(number: stream, size: offsetSize)
                table.append(UInt8(truncatingIfNeeded: index))
            }
        }
        // From the end: each row is told from what the one above it was.
        for start in stride(from: table.count - width, to: 0, by: -width) {
            for byte in start + 1..<start + width { table[byte] &-= table[byte - width] }
        }
        return table
    }
}
