/// Which of the eight Huffman tables have been defined so far.
///
/// libjpeg silently puts in the tables of Motion JPEG for missing ones; readers of a PDF need not.
struct HuffmanTables {
    private var dc: Set<Int> = []
    private var ac: Set<Int> = []

    var isEmpty: Bool { dc.isEmpty && ac.isEmpty }

    /// Reads the content of a DHT segment, which holds one table or more.
    mutating func define(by content: Span<UInt8>) throws(DecodeFault) {
        var offset = 0
        while offset < content.count {
            guard offset + 17 <= content.count else { throw .corrupt("DHT segment too short") }
            let name = Int(content[offset])
            var codes = 0
            for index in 1...16 { codes += Int(content[offset + index]) }
            offset += 17 + codes
            guard codes <= 256, offset <= content.count, name & 0xE0 == 0, name & 15 < 4 else {
                throw .corrupt("Huffman table out of range")
            }
            if name < 16 { dc.insert(name) } else { ac.insert(name & 15) }
        }
    }

    /// Checks that a scan names no table that is missing.
    func check(_ scan: JPEGScan, isProgressive: Bool) throws(DecodeFault) {
        guard !isEmpty else { throw .unsupported("no Huffman tables, as in Motion JPEG") }
        let needsDC = !isProgressive || (scan.spectralStart == 0 && scan.highBit == 0)
        let needsAC = !isProgressive || scan.spectralStart > 0
        for component in scan.components {
            if needsDC, !dc.contains(component.dcTable) {
                throw .corrupt("DC Huffman table \(component.dcTable) missing")
            }
            if needsAC, !ac.contains(component.acTable) {
                throw .corrupt("AC Huffman table \(component.acTable) missing")
            }
        }
    }
}
