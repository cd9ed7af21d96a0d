import Sealing
import Testing

@Suite struct Base45Tests {
    // RFC 9285, sections 4.3 and 4.4; the last three by the Python package base45 0.4.4.
    @Test(
        arguments: [
            (Array("AB".utf8), "BB8"),
            (Array("Hello!!".utf8), "%69 VD92EX0"),
            (Array("base-45".utf8), "UJCLQE7W581"),
            (Array("ietf!".utf8), "QED8WEX0"),
            ([], ""),
            ([255], "U5"),
            ([255, 255], "FGW"),
            ([0, 0, 0], "00000"),
        ] as [([UInt8], String)]
    )
    func `Bytes and text belong together`(bytes: [UInt8], text: String) throws {
        #expect(Base45.encode(bytes) == text)
        #expect(try Base45.decode(text) == bytes)
    }

    @Test(arguments: [
        ("GGW", "characters from 0"),  // 65,536, the RFC's own example
        (":::", "characters from 0"),
        ("V5", "characters from 0"),  // 256
        ("A", "characters from 0"),
        ("BB8A", "characters from 3"),
        ("BB8bb8", "character 3"),
        ("BB_", "character 2"),
        ("BB8\n", "character 3"),
        ("ＢＢ8", "character 0"),
    ])
    func `A text that no bytes have is refused`(text: String, subject: String) {
        #expect(throws: SealError(.base45, subject)) { try Base45.decode(text) }
    }

    @Test func `All pairs of bytes come back`() throws {
        for pair in UInt16.min...UInt16.max {
            let bytes = [UInt8(pair >> 8), UInt8(pair & 0xFF)]
            let text = Base45.encode(bytes)
            if try text.utf8.count != 3 || Base45.decode(text) != bytes {
                Issue.record("\(pair) does not come back")
            }
        }
    }
}
