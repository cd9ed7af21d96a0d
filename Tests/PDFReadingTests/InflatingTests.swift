import PDFReading
import Testing

/// Compressed bytes, made bit by bit after RFC 1950 and RFC 1951.
@Suite struct InflatingTests {
    /// Zeros in one block of the fixed code: a literal, then matches of 258 bytes at a distance of 1.
    static func zeros(matches: Int) -> [UInt8] {
        var (bytes, bits, used) = ([0x78, 0x01] as [UInt8], 0 as UInt32, 0 as UInt32)
        func put(_ value: UInt32, _ count: UInt32) {
            bits |= value << used
            used += count
            while used >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                used -= 8
            }
        }
        put(0b1, 1)
        put(0b01, 2)
        put(0b0000_1100, 8)  // the literal 0 is 00110000, sent from its highest bit
        for _ in 0..<matches {
            put(0b1010_0011, 8)  // the length 258 is 11000101
            put(0, 5)
        }
        put(0, 7)
        put(0, (8 - used) % 8)
        // Adler-32 of zeros: a is 1, b is their number.
        let count = (258 * matches + 1) % 65_521
        return bytes + [UInt8(count >> 8), UInt8(count & 255), 0, 1]
    }

    static func file(_ stream: [UInt8], copies: Int = 1) -> [UInt8] {
        let contents = String(repeating: "4 0 R ", count: copies)
        let text = RawPDF([
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[\(contents)]>>",
            "<</Filter/FlateDecode/Length \(stream.count)>>\nstream\n"
                + String(repeating: "x", count: stream.count) + "\nendstream",
        ])
        var bytes = text.bytes
        let mark = Array("stream\nx".utf8)
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
            return []
        }
        bytes.replaceSubrange(place + 7..<place + 7 + stream.count, with: stream)
        return bytes
    }

    @Test func `zeros are white space, however many`() throws {
        let document = try PDFDocument(bytes: Self.file(Self.zeros(matches: 1000)))
        let content = try document.page(0).content
        #expect(content == Array(repeating: 0, count: 258_001) + [0x0A])
    }

    @Test(arguments: [
        ("of one stream", 200_000, 1), ("of one stream named often", 20_000, 100),
    ])
    func `more than the limits are refused soon`(name: String, matches: Int, copies: Int) {
        let bytes = Self.file(Self.zeros(matches: matches), copies: copies)
        var found: String?
        let time = ContinuousClock().measure { found = refusal(of: bytes) }
        #expect(found == "pdf.over-limit")
        #expect(time < .seconds(2))
    }

    @Test(arguments: [0, 2, 40, 1627, 1630, 1633])
    func `a changed byte is found by the checksum`(place: Int) {
        var stream = Self.zeros(matches: 1000)
        stream[place] ^= 4
        let found = refusal(of: Self.file(stream))
        #expect(found == "pdf.bad-data")
    }

    @Test func `bytes behind the compressed ones are refused`() {
        let found = refusal(of: Self.file(Self.zeros(matches: 9) + [1, 2, 3, 4]))
        #expect(found == "pdf.bad-data")
    }
}
