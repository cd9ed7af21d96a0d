import Glibc

/// The characters that a reader of a form may want to type: ASCII, the usual marks, all of GB 2312.
enum TypeableCharacters {
    /// In the order of their numbers; fewer than 7,000 where the system cannot decode GB 2312.
    static let all: [Unicode.Scalar] = {
        let ascii = (0x20...0x7E).compactMap(Unicode.Scalar.init)
        return Set(ascii + marks + national).sorted { $0.value < $1.value }
    }()

    /// What input methods give for the marks whose places in GB 2312 are read in two ways, and for some more.
    private static let marks = Array("·—–…‘’“”°±×÷‰€№㎡℃☐☑✓".unicodeScalars)

    /// Every place of the 94 by 94 of the national standard that is taken.
    private static var national: [Unicode.Scalar] {
        guard let decoder = GB2312Decoder() else { return [] }
        let places: ClosedRange<UInt8> = 0xA1...0xFE
        return places.flatMap { row in
            places.compactMap { column in decoder.decoded(row, column) }
        }
    }
}

/// The C library's own table, one character at a time.
@safe private struct GB2312Decoder: ~Copyable {
    private let handle: iconv_t

    init?() {
        let handle = unsafe iconv_open("UTF-32LE", "GB2312")
        guard Int(bitPattern: handle) != -1, let handle = unsafe handle else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe iconv_close(handle) }

    func decoded(_ row: UInt8, _ column: UInt8) -> Unicode.Scalar? {
        var input = [CChar(bitPattern: row), CChar(bitPattern: column)]
        var output = [CChar](repeating: 0, count: 4)
        var inputCount = input.count
        var outputCount = output.count
        let status = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var to = output.baseAddress
                return unsafe iconv(handle, &from, &inputCount, &to, &outputCount)
            }
        }
        guard status == 0, outputCount == 0 else { return nil }
        let value = output.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32(UInt8(bitPattern: $1)) }
        return Unicode.Scalar(value)
    }
}
