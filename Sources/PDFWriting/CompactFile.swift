import CHaru

/// Writes a document's objects in the compact form of PDF 1.5: those that are no streams packed into
/// compressed object streams, and found by a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
@safe struct CompactFile {
    /// Where an object is found.
    private enum Place {
        case nowhere
        case offset(Int)
        case packed(stream: Int, index: Int)
    }

    private let handle: HPDF_Doc
    private let payloads: StreamPayloads
    private let deflated: ([UInt8]) -> [UInt8]
    private let output: OutputBuffer
    /// Libharu's way to the output.
    private let stream: HPDF_Stream
    private var places: [Place]

    /// As many objects to a stream as one byte counts, and few enough for a reader that wants only one.
    private static let packedCount = 200

    init(
        _ handle: HPDF_Doc,
        _ payloads: StreamPayloads,
        to stream: HPDF_Stream,
        _ output: OutputBuffer,
        deflated: @escaping ([UInt8]) -> [UInt8]
    ) {
        unsafe self.handle = handle
        self.payloads = payloads
        self.deflated = deflated
        self.output = output
        unsafe self.stream = stream
        let count = Int(unsafe handle.pointee.xref.pointee.entries.pointee.count)
        places = Array(repeating: .nowhere, count: count)
    }

    /// Writes all objects and what finds them, or as much as could be before something failed.
    mutating func write() {
        var packed: [Int] = []
        // Libharu learns the lengths of its streams as it writes them, so they come first.
        for number in places.indices.dropFirst() {
            guard let object = unsafe object(number) else { continue }
            guard unsafe isStream(object, number) else {
                packed.append(number)
                continue
            }
            places[number] = .offset(output.count)
            output.write("\(number) 0 obj\n")
            guard unsafe HPDF_Obj_WriteValue(object, stream, nil) == HPDF_STATUS(HPDF_OK),
                output.failure == nil
            else { return }
            if let payload = payloads[number] { output.write(stream: payload) }
            output.write("\nendobj\n")
        }
        for start in stride(from: 0, to: packed.count, by: Self.packedCount) {
            pack(packed[start..<min(start + Self.packedCount, packed.count)])
        }
        writeReferences()
    }

    private func object(_ number: Int) -> UnsafeMutableRawPointer? {
        guard let entry = unsafe HPDF_Xref_GetEntry(handle.pointee.xref, HPDF_UINT(number)),
            unsafe entry.pointee.entry_typ == CChar(UInt8(ascii: "n"))
        else { return nil }
        return unsafe entry.pointee.obj
    }

    private func isStream(_ object: UnsafeMutableRawPointer, _ number: Int) -> Bool {
        if payloads[number] != nil { return true }
        let header = unsafe object.assumingMemoryBound(to: HPDF_Obj_Header.self)
        guard unsafe Int32(header.pointee.obj_class) & HPDF_OCLASS_ANY == HPDF_OCLASS_DICT else {
            return false
        }
        return unsafe object.assumingMemoryBound(to: HPDF_Dict_Rec.self).pointee.stream != nil
    }

    private mutating func pack(_ numbers: ArraySlice<Int>) {
        let number = places.count
        var index = ""
        output.collect()
        for (position, object) in numbers.enumerated() {
            index += "\(object) \(output.collectedCount) "
            if let value = unsafe self.object(object) {
                unsafe HPDF_Obj_WriteValue(value, stream, nil)
            }
            output.write("\n")
            places[object] = .packed(stream: number, index: position)
        }
        let bytes = deflated(Array(index.utf8) + output.collected())
        places.append(.offset(output.count))
        output.write("\(number) 0 obj\n<</Type/ObjStm/N \(numbers.count)/First \(index.utf8.count)")
        output.write("/Filter/FlateDecode/Length \(bytes.count)>>")
        output.write(stream: bytes)
        output.write("\nendobj\n")
    }

    private mutating func writeReferences() {
        let (number, start) = (places.count, output.count)
        places.append(.offset(start))
        let size = (Int.bitWidth - start.leadingZeroBitCount + 7) / 8
        let bytes = deflated(table(offsetSize: size))
        output.write("\(number) 0 obj\n")
        let entries = """
            /Type/XRef/Size \(places.count)/W[1 \(size) 1]/Filter/FlateDecode\
            /DecodeParms<</Predictor 12/Columns \(size + 2)>>/Length \(bytes.count)
            """
        // What libharu's trailer says stands in the stream's dictionary, between the same brackets.
        output.collect()
        unsafe HPDF_Obj_WriteValue(handle.pointee.trailer, stream, nil)
        output.write(output.collected().dropLast(2) + entries.utf8 + ">>".utf8)
        output.write(stream: bytes)
        output.write("\nendobj\nstartxref\n\(start)\n%%EOF\n")
    }

    /// Three numbers for each object, every row less the row above it (PNG's filter 2).
    private func table(offsetSize: Int) -> [UInt8] {
        var table: [UInt8] = []
        var above = [UInt8](repeating: 0, count: offsetSize + 2)
        for place in places {
            var row: [UInt8] = []
            switch place {
            case .nowhere: row.append(number: 0, size: offsetSize + 2)
            case .offset(let offset):
                row.append(1)
                row.append(number: offset, size: offsetSize)
                row.append(0)
            case .packed(let stream, let index):
                row.append(2)
                row.append(number: stream, size: offsetSize)
                row.append(UInt8(truncatingIfNeeded: index))
            }
            table.append(2)
            for (byte, other) in zip(row, above) { table.append(byte &- other) }
            above = row
        }
        return table
    }
}
