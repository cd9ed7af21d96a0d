extension ToUnicodeMap {
    /// The map deflated line by line: all but the numbers is as it was in the line before.
    var deflated: [UInt8] {
        var bits = BitString()
        for section in sections {
            Self.code.add("\(section.count) beginbfchar\n".utf8, to: &bits)
            for (index, entry) in section.enumerated() {
                let before = section.prefix(index).suffix(2)
                add(entry, after: before, to: &bits)
            }
            Self.code.add(">\nendbfchar\n".utf8, to: &bits)
        }
        return Self.code.stream(of: [Self.codedHead, bits, Self.codedTail], plain: bytes)
    }

    /// Adds a line without its end, and the end of the line before.
    private func add(
        _ entry: FontSubset.Entry,
        after before: ArraySlice<FontSubset.Entry>,
        to bits: inout BitString
    ) {
        var line: [UInt8] = []
        line.append(addingCapacity: 20) { $0.append(entry) }
        let digits = line.dropLast(2)
        let isAlike = before.last.map { $0.resembles(entry) } ?? false
        guard isAlike, before.count == 2 else {
            if !before.isEmpty { Self.code.add(">\n".utf8, to: &bits) }
            Self.code.add(digits, to: &bits)
            return
        }
        // The end of the line before and "<00", two digits, "> <", four digits.
        Self.code.add(DeflateRepeat(length: 5, distance: Self.lineLength), to: &bits)
        Self.code.add(digits[3..<5], to: &bits)
        Self.code.add(DeflateRepeat(length: 3, distance: Self.lineLength), to: &bits)
        Self.code.add(digits[8..<12], to: &bits)
    }

    /// "<0001> <4E00>" and the line feed.
    private static let lineLength = 14

    /// Learned from a map of Han characters from all over their block.
    private static let code = DeflateCode(
        sample: [
            ToUnicodeMap(
                (1...100).map { number in
                    let scalar = Unicode.Scalar(UInt16(0x4E00 + 200 * number)) ?? " "
                    return FontSubset.Entry(code: UInt16(number), scalar: scalar, width: 1000)
                }
            ).bytes
        ]
    )
    private static let codedHead = code.coded(Array(head.utf8))
    private static let codedTail = code.coded(Array(tail.utf8))
}

extension FontSubset.Entry {
    /// Whether the lines of both differ in the low digits of the codes and in the characters alone.
    fileprivate func resembles(_ other: Self) -> Bool {
        code >> 8 == other.code >> 8 && max(scalar.value, other.scalar.value) <= 0xFFFF
    }
}
