import Sealing
import Testing

@Suite struct JSONParsingTests {
    @Test(
        arguments: [
            ("null", JSONValue.null),
            (" true ", true),
            ("[]", []),
            ("{}", [:]),
            ("[1, -2,\t3.5\n]", [1, -2, 3.5]),
            (#"{"a":{"b":[null]}}"#, ["a": ["b": [nil]]]),
            (#""\u00e9\ud83d\ude00\u0000\/\b\f\n\r\t\"\\""#, "é😀\0/\u{8}\u{C}\n\r\t\"\\"),
            ("\"张三\u{7F}\u{2028}\"", "张三\u{7F}\u{2028}"),
        ] as [(String, JSONValue)]
    )
    func `A text is read as its value`(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    // A double holds these exactly, so the integer is what was written.
    @Test(arguments: [
        ("9007199254740991", JSONValue.integer(9_007_199_254_740_991)),
        ("-9007199254740991", .integer(-9_007_199_254_740_991)),
        ("9007199254740992", .number(9_007_199_254_740_992)),
        ("9007199254740993", .number(9_007_199_254_740_992)),
        ("1.0", .integer(1)),
        ("1e2", .integer(100)),
        ("-0", .integer(0)),
        ("0.1", .number(0.1)),
        ("1e-999", .integer(0)),
        ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)),
    ])
    func `A number is an integer where a double tells it from its neighbours`(
        text: String,
        value: JSONValue
    ) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    @Test(arguments: [
        ("", JSONError.Code.unexpectedEnd, 0),
        ("  ", .unexpectedEnd, 2),
        ("[1,]", .unexpectedByte, 3),
        ("[1", .unexpectedEnd, 2),
        (#"{"a" 1}"#, .unexpectedByte, 5),
        (#"{"a":1,}"#, .unexpectedByte, 7),
        ("{a:1}", .unexpectedByte, 1),
        ("tru", .unexpectedEnd, 3),
        ("nul1", .unexpectedByte, 3),
        ("1 2", .trailingBytes, 2),
        ("1\0", .trailingBytes, 1),
        ("\0", .unexpectedByte, 0),
        ("\u{FEFF}1", .unexpectedByte, 0),
        ("01", .trailingBytes, 1),
        ("-", .unexpectedEnd, 1),
        ("[-]", .malformedNumber, 2),
        ("[1.]", .malformedNumber, 3),
        ("[1e+]", .malformedNumber, 4),
        ("+1", .unexpectedByte, 0),
        ("NaN", .unexpectedByte, 0),
        ("[1e309]", .numberOutOfRange, 1),
        ("[-1e309]", .numberOutOfRange, 1),
        (#"{"a":1,"b":2,"a":3}"#, .duplicateKey, 13),
        (#"{"a":1,"\u0061":2}"#, .duplicateKey, 7),
        // Swift's strings, so the object's names, are equal up to canonical equivalence.
        ("{\"\u{E9}\":1,\"e\u{301}\":2}", .duplicateKey, 8),
        ("[\"a" + String(repeating: "\u{301}", count: 31) + "\"]", .combiningMarks, 1),
        ("{\"" + String(repeating: "\u{301}\u{316}", count: 500_000) + "\":0}", .combiningMarks, 1),
        ("\"" + String(repeating: "\\u0301", count: 31) + "\"", .combiningMarks, 0),
        ("\"a\tb\"", .controlCharacter, 2),
        ("\"\0\"", .controlCharacter, 1),
        (#""\x""#, .invalidEscape, 1),
        (#""\u12G4""#, .invalidEscape, 1),
        (#""\u12"#, .unexpectedEnd, 5),
        (#""\ud83d""#, .loneSurrogate, 1),
        (#""\ude00""#, .loneSurrogate, 1),
        (#""\ud83d\n""#, .loneSurrogate, 1),
        (#""\ud83d\u0041""#, .loneSurrogate, 1),
        (#"["abc"#, .unexpectedEnd, 5),
    ])
    func `A faulty text is refused at its fault`(
        text: String,
        code: JSONError.Code,
        offset: Int
    ) {
        #expect(throws: JSONError(code, at: offset)) {
            try JSONValue(parsing: Array(text.utf8))
        }
    }

    @Test(
        arguments: [
            ([0x22, 0xFF, 0x22], 1),
            ([0x22, 0xC0, 0x80, 0x22], 1),
            ([0x22, 0x61, 0xED, 0xA0, 0x80, 0x22], 2),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xE5, 0xBC], 1),
        ] as [([UInt8], Int)]
    )
    func `Bytes that are not UTF-8 are refused where they begin`(bytes: [UInt8], offset: Int) {
        #expect(throws: JSONError(.invalidUTF8, at: offset)) { try JSONValue(parsing: bytes) }
    }

    @Test func `Sixty-four levels are read and sixty-five refused`() throws {
        func nested(_ levels: Int) -> [UInt8] {
            [UInt8](repeating: 0x5B, count: levels) + [UInt8](repeating: 0x5D, count: levels)
        }
        _ = try JSONValue(parsing: nested(64))
        #expect(throws: JSONError(.tooDeep, at: 64)) { try JSONValue(parsing: nested(65)) }
        #expect(throws: JSONError(.tooDeep, at: 64)) { try JSONValue(parsing: nested(1_000_000)) }
        let objects = String(repeating: #"{"a":"#, count: 100)
        #expect(throws: JSONError(.tooDeep, at: 64 * 5)) {
            try JSONValue(parsing: Array(objects.utf8))
        }
    }

    @Test func `A text over the limit is refused unread`() {
        #expect(throws: JSONError(.tooLong, at: 3)) {
            try JSONValue(parsing: Array("[[[[".utf8), limits: .init(bytes: 3))
        }
    }

    @Test func `An error is a sentence and quotes nothing`() {
        let error = JSONError(.duplicateKey, at: 7)
        let sentence =
            "The JSON text is not accepted at byte 7: the object has two members of this name."
        #expect(error.description == sentence)
    }

    @Test func `Members and elements are reached by name and index`() {
        let value: JSONValue = ["n": 7, "l": ["x", 1.5, true], "z": nil]
        #expect(value["n"]?.integer == 7)
        #expect(value["n"]?.number == 7)
        #expect(value["l"]?[0]?.string == "x")
        #expect(value["l"]?[1]?.number == 1.5)
        #expect(value["l"]?[1]?.integer == nil)
        #expect(value["l"]?[2]?.bool == true)
        #expect(value["l"]?[3] == nil)
        #expect(value["z"]?.isNull == true)
        #expect(value["y"] == nil)
        #expect(value["l"]?.array?.count == 3)
        #expect(value.object?.count == 3)
    }
}
