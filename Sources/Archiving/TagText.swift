/// Reads the text of tag files.
struct TagText {
    /// The encodings that are read; the names are those of IANA, in lower case.
    enum Encoding: String {
        case utf8 = "utf-8"
        case ascii = "us-ascii"
        case latin1 = "iso-8859-1"
        case utf16 = "utf-16"

        /// The bytes as UTF-8; nil when they do not decode.
        func utf8(of bytes: [UInt8]) -> [UInt8]? {
            switch self {
            case .utf8: String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
            case .ascii: bytes.allSatisfy { $0 < 128 } ? bytes : nil
            case .latin1: bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
            case .utf16: Self.utf8(ofUTF16: bytes)
            }
        }

        private static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8]? {
            guard bytes.count.isMultiple(of: 2) else { return nil }
            let isLittle = bytes.starts(with: [0xFF, 0xFE])
            let units = stride(from: 0, to: bytes.count, by: 2).map { index in
                let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                return isLittle ? second << 8 | first : first << 8 | second
            }
            let text = units.first == 0xFEFF ? Array(units.dropFirst()) : units
            return String(validating: text, as: UTF16.self).map { Array($0.utf8) }
        }
    }

    /// The lines, ended by LF, CR or CRLF; the last needs no end.
    ///
    /// One at a time: a list of all would be many times as large as the bytes.
    static func lines(of bytes: [UInt8]) -> some Sequence<ArraySlice<UInt8>> {
        sequence(state: 0) { (start: inout Int) -> ArraySlice<UInt8>? in
            guard start < bytes.count else { return nil }
            let line = bytes[start...].prefix { $0 != 10 && $0 != 13 }
            start = line.endIndex + 1
            if line.endIndex < bytes.count, bytes[line.endIndex] == 13, start < bytes.count,
                bytes[start] == 10
            {
                start += 1
            }
            return line
        }
    }

    /// Whether a byte is linear white space.
    static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}
