/// The CMap that tells text extraction which character a code stands for (ISO 32000-1, 9.10.3).
struct ToUnicodeMap {
    private let subset: FontSubset

    init(_ subset: FontSubset) { self.subset = subset }

    var bytes: [UInt8] {
        var text = """
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
        let entries = subset.characters.sorted { $0.key < $1.key }
        // A CMap section holds at most 100 entries.
        for start in stride(from: 0, to: entries.count, by: 100) {
            let section = entries[start..<min(start + 100, entries.count)]
            text += "\(section.count) beginbfchar\n"
            for (code, scalar) in section {
                let units = String(scalar).utf16.map(\.fourHexDigits).joined()
                text += "<\(code.fourHexDigits)> <\(units)>\n"
            }
            text += "endbfchar\n"
        }
        text += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        return Array(text.utf8)
    }
}

extension UInt16 {
    /// Four capital hexadecimal digits.
    var fourHexDigits: String {
        let text = String(self, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - text.utf8.count) + text
    }
}
