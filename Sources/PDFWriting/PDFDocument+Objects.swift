import CHaru

// Thin words for libharu's objects. Failures stay in the document's error until `check(_:)`.
extension PDFDocument {
    /// The number of an object that others can refer to.
    static func number(of object: UnsafeMutablePointer<HPDF_Dict_Rec>) -> Int {
        Int(unsafe object.pointee.header.obj_id & 0x00FF_FFFF)
    }

    /// A dictionary that other objects can refer to.
    func makeDictionary(type: String? = nil) throws(PDFError) -> HPDF_Dict {
        let dictionary = try unsafe made(
            HPDF_Dict_New(handle.pointee.mmgr),
            type ?? "a dictionary"
        )
        unsafe HPDF_Xref_Add(handle.pointee.xref, dictionary)
        if let type { unsafe setName(type, "Type", of: dictionary) }
        return unsafe dictionary
    }

    /// A dictionary inside another one.
    func makeDictionary(_ key: String, of parent: HPDF_Dict) throws(PDFError) -> HPDF_Dict {
        let dictionary = try unsafe made(HPDF_Dict_New(handle.pointee.mmgr), key)
        unsafe HPDF_Dict_Add(parent, key, dictionary)
        return unsafe dictionary
    }

    /// An array inside a dictionary.
    func makeArray(_ key: String, of parent: HPDF_Dict) throws(PDFError) -> HPDF_Array {
        let array = try unsafe made(HPDF_Array_New(handle.pointee.mmgr), key)
        unsafe HPDF_Dict_Add(parent, key, array)
        return unsafe array
    }

    /// A stream of bytes at hand.
    func makeStream(_ bytes: [UInt8], compressed: Bool) throws(PDFError) -> HPDF_Dict {
        guard let deflater, bytes.count <= Self.mostPayload else {
            let stream = try unsafe makeEmptyStream()
            unsafe HPDF_Stream_Write(stream.pointee.stream, bytes, HPDF_UINT(bytes.count))
            unsafe stream.pointee.filter = HPDF_UINT(
                compressed ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE
            )
            return unsafe stream
        }
        return try unsafe makeStream(
            payload: compressed ? deflater.deflated(bytes, effort) : bytes,
            compressed: compressed
        )
    }

    /// A stream of bytes that are compressed already, where the document is.
    func makeStream(_ bytes: StreamBytes) throws(PDFError) -> HPDF_Dict {
        guard deflater != nil else {
            return try unsafe makeStream(bytes.plain, compressed: true)
        }
        return try unsafe makeStream(payload: bytes.deflated, compressed: true)
    }

    /// A stream of bytes that other documents have too.
    func makeKeptStream(_ bytes: [UInt8]) throws(PDFError) -> HPDF_Dict {
        guard let deflater else { return try unsafe makeStream(bytes, compressed: true) }
        return try unsafe makeStream(payload: deflater.kept(bytes, .much), compressed: true)
    }

    /// A stream whose bytes libharu reads when it writes the document.
    func makeEmptyStream() throws(PDFError) -> HPDF_Dict {
        try unsafe made(
            HPDF_DictStream_New(handle.pointee.mmgr, handle.pointee.xref),
            "a stream"
        )
    }

    /// Sets the operators of a page.
    func setContent(_ bytes: [UInt8], of page: HPDF_Page) throws(PDFError) {
        let attributes = unsafe page.pointee.attr.assumingMemoryBound(to: HPDF_PageAttr_Rec.self)
        guard let deflater else {
            unsafe HPDF_Stream_Write(attributes.pointee.stream, bytes, HPDF_UINT(bytes.count))
            return
        }
        let contents = try unsafe made(attributes.pointee.contents, "a page")
        unsafe HPDF_Stream_Free(contents.pointee.stream)
        unsafe contents.pointee.stream = nil
        unsafe attributes.pointee.stream = nil
        unsafe setPayload(deflater.deflated(bytes, effort), compressed: true, of: contents)
    }

    private func makeStream(payload: [UInt8], compressed: Bool) throws(PDFError) -> HPDF_Dict {
        let dictionary = try unsafe makeDictionary()
        unsafe setPayload(payload, compressed: compressed, of: dictionary)
        return unsafe dictionary
    }

    private func setPayload(_ payload: [UInt8], compressed: Bool, of dictionary: HPDF_Dict) {
        unsafe setNumber(payload.count, "Length", of: dictionary)
        if compressed { unsafe setName("FlateDecode", "Filter", of: dictionary) }
        payloads[unsafe Self.number(of: dictionary)] = payload
    }

    /// Greater streams are left to libharu, which compresses them piece by piece.
    private static let mostPayload = 1 << 24

    func setName(_ name: String, _ key: String, of dictionary: HPDF_Dict) {
        unsafe HPDF_Dict_AddName(dictionary, key, name)
    }

    func setNumber(_ number: Int, _ key: String, of dictionary: HPDF_Dict) {
        unsafe HPDF_Dict_AddNumber(dictionary, key, HPDF_INT32(clamping: number))
    }

    func setBoolean(_ value: Bool, _ key: String, of dictionary: HPDF_Dict) {
        unsafe HPDF_Dict_AddBoolean(dictionary, key, value ? 1 : 0)
    }

    /// Sets an ASCII string.
    func setString(_ text: String, _ key: String, of dictionary: HPDF_Dict) {
        unsafe HPDF_Dict_Add(dictionary, key, HPDF_String_New(handle.pointee.mmgr, text, nil))
    }

    /// Sets a text string; libharu's own encoder knows no character beyond U+FFFF.
    func setText(_ text: String, _ key: String, of dictionary: HPDF_Dict) {
        unsafe HPDF_Dict_Add(dictionary, key, makeText(text))
    }

    func makeText(_ text: String) -> HPDF_Binary? {
        let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        return unsafe makeBinary([0xFE, 0xFF] + units)
    }

    func setBinary(_ bytes: [UInt8], _ key: String, of dictionary: HPDF_Dict) {
        unsafe HPDF_Dict_Add(dictionary, key, makeBinary(bytes))
    }

    func makeBinary(_ bytes: [UInt8]) -> HPDF_Binary? {
        var bytes = bytes
        return unsafe HPDF_Binary_New(handle.pointee.mmgr, &bytes, HPDF_UINT(bytes.count))
    }

    func add(_ numbers: [Int], to array: HPDF_Array) {
        for number in numbers { unsafe HPDF_Array_AddNumber(array, HPDF_INT32(clamping: number)) }
    }

    func add(reals: [Double], to array: HPDF_Array) {
        for real in reals { unsafe HPDF_Array_AddReal(array, HPDF_REAL(real)) }
    }
}
