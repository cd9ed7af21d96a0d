/// The CMap that tells text extraction which character a code stands for (ISO 32000-1, 9.10.3).
struct ToUnicodeMap {
    private let entries: [FontSubset.Entry]

    /// States the map of these entries, which are in the order of their codes.
    init(_ entries: [FontSubset.Entry]) { self.entries = entries }

    var bytes: [UInt8] {
        var text = Array(Self.head.utf8)
        let ranges = ranges
        // A CMap section holds at most 100 ranges.
        for start in stride(from: 0, to: ranges.count, by: 100) {
            let section = ranges[start..<min(start + 100, ranges.count)]
            text += "\(section.count) beginbfrange\n".utf8
            for range in section {
                text.append("<", entries[range.lowerBound].code, "> ")
                text.append("<", entries[range.upperBound - 1].code, "> [")
                for entry in entries[range] {
                    text += "<".utf8
                    for unit in UTF16.encode(entry.scalar).map(Array.init) ?? [] {
                        text.append(fourHexDigits: unit)
                    }
                    text += ">".utf8
                }
                text += "]\n".utf8
            }
            text += "endbfrange\n".utf8
        }
        return text + Self.tail.utf8
    }

    /// Entries whose codes follow each other; in one range only the code's second byte may change.
    private var ranges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in entries.indices {
            let next = index + 1
            if next < entries.count, entries[next].code == entries[index].code + 1,
                entries[next].code & 255 != 0
            {
                continue
            }
            ranges.append(start..<next)
            start = next
        }
        return ranges
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
        for shift: UInt16 in [12, 8, 4, 0] {
            let digit = UInt8(unit >> shift & 15)
            append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
        }
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
