import CHarfBuzz

/// A table of a font where it lies, read with its bounds checked: fonts come from outside.
@safe struct FontTable: ~Copyable {
    private let blob: OpaquePointer?
    private let bytes: UnsafeRawBufferPointer
    let count: Int
    private let path: String

    init(_ name: StaticString, of face: borrowing FontFace) {
        path = face.location.path
        unsafe blob = hb_face_reference_table(face.handle, FontFace.tag(name))
        var length: UInt32 = 0
        let start = unsafe hb_blob_get_data(blob, &length)
        count = Int(length)
        unsafe bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
    }

    deinit { unsafe hb_blob_destroy(blob) }

    /// What is thrown where the font does not hold together.
    var damage: PDFError { PDFError(.fontUnusable, path) }

    /// Reads an unsigned number, the highest byte first.
    func number(at offset: Int, size: Int = 2) throws(PDFError) -> Int {
        guard offset >= 0, offset <= count - size else { throw damage }
        var number = 0
        for place in offset..<offset + size { number = number << 8 | Int(unsafe bytes[place]) }
        return number
    }

    /// Reads bytes.
    func part(_ range: Range<Int>) throws(PDFError) -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= count else { throw damage }
        return unsafe Array(bytes[range])
    }
}
