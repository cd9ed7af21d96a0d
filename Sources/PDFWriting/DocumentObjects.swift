import CHaru

/// All objects of a document that is being written, libharu's and our own, by their numbers.
@safe struct DocumentObjects {
    private let handle: HPDF_Doc
    private let payloads: StreamPayloads
    private let own: OwnObjects
    /// Libharu's way to the output.
    private let stream: HPDF_Stream
    /// Libharu's way to memory, which the small pieces of an object take together.
    private let draft: HPDF_Stream
    private let output: OutputBuffer
    /// The number of libharu's objects, the one without a value included.
    private let haruCount: Int

    init(
        _ handle: HPDF_Doc,
        _ payloads: StreamPayloads,
        _ own: OwnObjects,
        to stream: HPDF_Stream,
        by draft: HPDF_Stream,
        _ output: OutputBuffer
    ) {
        unsafe self.handle = handle
        self.payloads = payloads
        self.own = own
        unsafe self.stream = stream
        unsafe self.draft = draft
        self.output = output
        haruCount = Int(unsafe handle.pointee.xref.pointee.entries.pointee.count)
    }

    /// The parts of the structure tree.
    var structure: Range<Int> { own.structure }

    /// Whether an object differs from one form of a batch to the next.
    func varies(_ number: Int) -> Bool { own.varying.contains(number) }

    /// One more than the highest number.
    var count: Int { haruCount + own.count }

    /// Whether there is an object of that number.
    func contains(_ number: Int) -> Bool { unsafe number >= haruCount || object(number) != nil }

    /// The stream, if any, that is filled in when all else is written.
    var slot: Int? { payloads.slot }

    /// Whether an object is a stream.
    func isStream(_ number: Int) -> Bool {
        if payloads[number] != nil { return true }
        guard own[number] == nil, let object = unsafe object(number) else { return false }
        return unsafe hasBytes(object)
    }

    /// Whether an object of libharu's is a stream whose bytes libharu has.
    private func hasBytes(_ object: UnsafeMutableRawPointer) -> Bool {
        let header = unsafe object.assumingMemoryBound(to: HPDF_Obj_Header.self)
        guard unsafe Int32(header.pointee.obj_class) & HPDF_OCLASS_ANY == HPDF_OCLASS_DICT else {
            return false
        }
        return unsafe object.assumingMemoryBound(to: HPDF_Dict_Rec.self).pointee.stream != nil
    }

    /// Writes an object with its number; false if that failed.
    func write(_ number: Int) -> Bool {
        output.write("\(number) 0 obj\n")
        guard writeValue(number), output.failure == nil else { return false }
        if let payload = payloads[number] { output.write(stream: payload, isSlot: number == slot) }
        output.write("\nendobj\n")
        return true
    }

    /// Writes an object's value alone; false if that failed.
    @discardableResult
    func writeValue(_ number: Int) -> Bool {
        if let text = own[number] {
            output.write(text)
            return true
        }
        guard let object = unsafe object(number) else { return true }
        guard unsafe hasBytes(object) else { return unsafe writeDraft(of: object) }
        return unsafe HPDF_Obj_WriteValue(object, stream, nil) == HPDF_STATUS(HPDF_OK)
    }

    /// Writes what libharu's trailer says.
    func writeTrailer() { unsafe _ = writeDraft(of: handle.pointee.trailer) }

    private func writeDraft(of object: UnsafeMutableRawPointer) -> Bool {
        defer { unsafe HPDF_MemStream_FreeData(draft) }
        guard unsafe HPDF_Obj_WriteValue(object, draft, nil) == HPDF_STATUS(HPDF_OK) else {
            return false
        }
        for part in 0..<(unsafe HPDF_MemStream_GetBufCount(draft)) {
            var count: HPDF_UINT = 0
            let start = unsafe HPDF_MemStream_GetBufPtr(draft, part, &count)
            let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(count))
            guard unsafe output.write(bytes) else { return false }
        }
        return true
    }

    private func object(_ number: Int) -> UnsafeMutableRawPointer? {
        guard let entry = unsafe HPDF_Xref_GetEntry(handle.pointee.xref, HPDF_UINT(number)),
            unsafe entry.pointee.entry_typ == CChar(UInt8(ascii: "n"))
        else { return nil }
        return unsafe entry.pointee.obj
    }
}
