/// The CMap that tells text extraction which character a code stands for (ISO 32000-1, 9.10.3).
struct ToUnicodeMap {
    private let entries: [FontSubset.Entry]

    /// States the map of these entries, which are in the order of their codes.
    init(_ entries: [FontSubset.Entry]) { self.entries = entries }

    var bytes: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(600 + 16 * entries.count)
        text += Self.head.utf8
        // A CMap section holds at most 100 characters. Ranges with arrays would be shorter, but not every
        // program reads them.
        for start in stride(from: 0, to: entries.count, by: 100) {
            let section = entries[start..<min(start + 100, entries.count)]
            text += "\(section.count) beginbfchar\n".utf8
            for entry in section {
                text.append("<", entry.code, "> <")
                for unit in UTF16.encode(entry.scalar) ?? UTF16.encodedReplacementCharacter {
                    text.append(fourHexDigits: unit)
                }
                text += ">\n".utf8
            }
            text += "endbfchar\n".utf8
        }
        text += Self.tail.utf8
        return text
    }

    private static let head = """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange

        """

    private static let tail = """
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end

        """
}

extension [UInt8] {
    /// Appends four capital hexadecimal digits.
    mutating func append(fourHexDigits unit: UInt16) {
        append(hexDigit: UInt8(unit >> 12))
        append(hexDigit: UInt8(unit >> 8 & 15))
        append(hexDigit: UInt8(unit >> 4 & 15))
        append(hexDigit: UInt8(unit & 15))
    }

    /// Appends a capital hexadecimal digit.
    mutating func append(hexDigit digit: UInt8) {
        append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
    }

    fileprivate mutating func append(_ before: String, _ unit: UInt16, _ after: String) {
        self += before.utf8
        append(fourHexDigits: unit)
        self += after.utf8
    }
}

extension UInt16 {
    /// Four capital hexadecimal digits.
    var fourHexDigits: String {
        var digits: [UInt8] = []
        digits.append(fourHexDigits: self)
        return String(decoding: digits, as: UTF8.self)
    }
}
