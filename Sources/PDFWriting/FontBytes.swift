/// Bytes of a font that are read with their bounds checked: fonts come from outside.
struct FontBytes {
    let bytes: [UInt8]
    private let path: String

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// What is thrown where the font does not hold together.
    var damage: PDFError { PDFError(.fontUnusable, path) }

    /// Reads an unsigned number, the highest byte first.
    func number(at offset: Int, size: Int = 2) throws(PDFError) -> Int {
        guard offset >= 0, size <= 4, offset <= bytes.count - size else { throw damage }
        var number = 0
        for byte in bytes[offset..<offset + size] { number = number << 8 | Int(byte) }
        return number
    }

    /// Reads bytes.
    func part(_ start: Int, _ end: Int) throws(PDFError) -> ArraySlice<UInt8> {
        guard start >= 0, start <= end, end <= bytes.count else { throw damage }
        return bytes[start..<end]
    }
}

extension [UInt8] {
    /// Appends the low bytes of a number, the highest first.
    mutating func append(number: Int, size: Int = 2) {
        for place in (0..<size).reversed() {
            append(UInt8(truncatingIfNeeded: number >> (8 * place)))
        }
    }

    /// The bytes with a number put in their place, the highest byte first.
    func settingNumber(_ number: Int, at offset: Int, size: Int = 2) -> [UInt8] {
        var digits: [UInt8] = []
        digits.append(number: number, size: size)
        guard offset >= 0, offset + size <= count else { return self }
        return self[..<offset] + digits + self[(offset + size)...]
    }
}
