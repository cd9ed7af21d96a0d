extension Span where Element == UInt8 {
    /// Two bytes, most significant first; nil past the end.
    func bigEndian16(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 2 else { return nil }
        return Int(self[offset]) << 8 | Int(self[offset + 1])
    }

    /// Four bytes, most significant first; nil past the end.
    func bigEndian32(at offset: Int) -> Int? {
        guard let high = bigEndian16(at: offset), let low = bigEndian16(at: offset + 2) else {
            return nil
        }
        return high << 16 | low
    }

    /// Two bytes, least significant first; nil past the end.
    func littleEndian16(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 2 else { return nil }
        return Int(self[offset + 1]) << 8 | Int(self[offset])
    }

    /// Four bytes, least significant first; nil past the end.
    func littleEndian32(at offset: Int) -> Int? {
        guard let low = littleEndian16(at: offset), let high = littleEndian16(at: offset + 2) else {
            return nil
        }
        return high << 16 | low
    }

    /// Whether the ASCII text stands at the offset.
    func has(_ text: StaticString, at offset: Int = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        guard offset >= 0, length <= count - offset else { return false }
        return text.withUTF8Buffer { expected in
            for index in 0..<length where unsafe self[offset + index] != expected[index] {
                return false
            }
            return true
        }
    }

    /// Whether the bytes stand at the offset.
    func has(_ expected: [UInt8], at offset: Int = 0) -> Bool {
        guard offset >= 0, expected.count <= count - offset else { return false }
        for index in expected.indices where self[offset + index] != expected[index] {
            return false
        }
        return true
    }
}
