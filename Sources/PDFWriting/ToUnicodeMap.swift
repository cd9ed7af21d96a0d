/// The CMap that tells text extraction which character a code stands for (ISO 32000-1, 9.10.3).
struct ToUnicodeMap {
    private let entries: [FontSubset.Entry]

    /// States the map of these entries, which are in the order of their codes.
    init(_ entries: [FontSubset.Entry]) { self.entries = entries }

    var bytes: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(600 + 20 * entries.count)
        text += Self.head.utf8
        // A CMap section holds at most 100 characters. Ranges with arrays would be shorter, but not every
        // program reads them.
        for start in stride(from: 0, to: entries.count, by: 100) {
            let section = entries[start..<min(start + 100, entries.count)]
            text.append(addingCapacity: 40 + 20 * section.count) { span in
                span.append(digitsOf: section.count.magnitude)
                span.append(" beginbfchar\n")
                for entry in section { span.append(entry) }
                span.append("endbfchar\n")
            }
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

extension OutputSpan<UInt8> {
    /// Appends a line, which has 20 characters at most.
    fileprivate mutating func append(_ entry: FontSubset.Entry) {
        append(UInt8(ascii: "<"))
        append(fourHexDigits: entry.code)
        append("> <")
        for unit in UTF16.encode(entry.scalar) ?? UTF16.encodedReplacementCharacter {
            append(fourHexDigits: unit)
        }
        append(">\n")
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
