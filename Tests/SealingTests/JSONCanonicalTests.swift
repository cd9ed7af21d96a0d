import Sealing
import Testing

@Suite struct JSONCanonicalTests {
    @Test func `The example of RFC 8785 is written as its section 3.2.4 shows`() throws {
        let input = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        let output = [UInt8](
            hex: """
                7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a
                5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d3237
                5d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d
                """
        )
        #expect(try JSONValue(parsing: Array(input.utf8)).canonicalBytes() == output)
    }

    // RFC 8785, 3.2.3; the bytes are those of the Python package rfc8785 0.1.4.
    @Test func `Names are sorted by UTF-16 code units`() throws {
        let value: JSONValue = [
            "\u{20AC}": "Euro Sign", "\r": "Carriage Return", "1": "One",
            "\u{FB33}": "Hebrew Letter Dalet With Dagesh", "\u{1F600}": "Emoji: Grinning Face",
            "\u{80}": "Control", "\u{F6}": "Latin Small Letter O With Diaeresis",
        ]
        let expected = """
            7b225c72223a2243617272696167652052657475726e222c2231223a224f6e65222c22c280223a22436f6e74
            726f6c222c22c3b6223a224c6174696e20536d616c6c204c6574746572204f205769746820446961657265
            736973222c22e282ac223a224575726f205369676e222c22f09f9880223a22456d6f6a693a204772696e6e
            696e672046616365222c22efacb3223a22486562726577204c65747465722044616c6574205769746820446
            167657368227d
            """
        #expect(try value.canonicalBytes() == [UInt8](hex: expected))
    }

    // Python package rfc8785 0.1.4.
    @Test func `Only what must be escaped is escaped`() throws {
        let value: JSONValue = [
            "姓名": "张三", "n": [1, -1, 0.1, 1e21, 1e-7, 123_456_789_012, -0.0, 4.35],
            "a": ["z": nil, "A": true], "c": "\0\u{1F}\u{7F}\"\\/\u{2028}\u{20BB7}",
        ]
        let expected =
            #"{"a":{"A":true,"z":null},"c":"\u0000\u001f"# + "\u{7F}" + #"\"\\/"#
            + "\u{2028}\u{20BB7}"
            + #"","n":[1,-1,0.1,1e+21,1e-7,123456789012,0,4.35],"姓名":"张三"}"#
        #expect(try value.canonicalBytes() == Array(expected.utf8))
    }

    // RFC 8785, appendix B.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
            (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xC340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"),
            (0x44B5_2D02_C7E1_4AF6, "1e+23"),
            (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
            (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"),
            (0x444B_1AE4_D6E2_EF50, "1e+21"),
            (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"),
            (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
            (0x41B3_DE43_5555_5553, "333333333.3333332"),
            (0x41B3_DE43_5555_5554, "333333333.33333325"),
            (0x41B3_DE43_5555_5555, "333333333.3333333"),
            (0x41B3_DE43_5555_5556, "333333333.3333334"),
            (0x41B3_DE43_5555_5557, "333333333.33333343"),
            (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
            (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
        ] as [(UInt64, String)]
    )
    func `A number is written as ECMAScript writes it`(bits: UInt64, text: String) throws {
        #expect(try JSONValue(Double(bitPattern: bits)).canonicalBytes() == Array(text.utf8))
        #expect(
            try JSONValue.number(Double(bitPattern: bits)).canonicalBytes() == Array(text.utf8)
        )
    }

    @Test(arguments: [
        JSONValue.number(.nan), .number(.infinity), .number(-.infinity),
        .integer(9_007_199_254_740_992), .integer(.min), [["a": .number(.nan)]],
    ])
    func `A number that no reader would take back is refused`(value: JSONValue) {
        #expect(throws: JSONError(.numberOutOfRange)) { try value.canonicalBytes() }
    }

    @Test func `What is nested too deeply to be read is not written`() throws {
        var value: JSONValue = []
        for _ in 1..<64 { value = [value] }
        #expect(try JSONValue(parsing: value.canonicalBytes()) == value)
        #expect(throws: JSONError(.tooDeep)) { try JSONValue.array([value]).canonicalBytes() }
    }

    @Test(arguments: [
        (#"{"a":1,"b":[true,null,"é"]}"#, true),
        (#"{"b":1,"a":2}"#, false),
        (#"{"a": 1}"#, false),
        (#"{"a":1.0}"#, false),
        ("1e3", false),
        ("1000", true),
        ("-0", false),
        ("9007199254740993", false),
        (#""\u0041""#, false),
        (#""\/""#, false),
        (#""\u001F""#, false),
        (#""\u001f""#, true),
        ("1\n", false),
        ("{\"a\":1,\"a\":1}", false),
        ("", false),
    ])
    func `One spelling of a value is canonical`(text: String, isCanonical: Bool) {
        #expect(JSONValue.isCanonical(Array(text.utf8)) == isCanonical)
    }

    // Damages a text in every byte: whatever is still read has a canonical form that stays put.
    @Test func `The canonical form of whatever is read is canonical`() throws {
        let text = #"{"a":[1.5e-3,-20,"\u00e9\n\ud83d\ude00"],"é":{"b":null,"c":[true,{}]}}"#
        let bytes = Array(text.utf8)
        var read = 0
        for index in bytes.indices {
            for byte in UInt8.min...UInt8.max {
                var damaged = bytes
                damaged[index] = byte
                guard let value = try? JSONValue(parsing: damaged) else { continue }
                read += 1
                let canonical = try value.canonicalBytes()
                if !JSONValue.isCanonical(canonical) { Issue.record("\(byte) at \(index)") }
                #expect(try JSONValue(parsing: canonical) == value)
            }
        }
        // As many as Python's json reads, names given twice and lone surrogates refused.
        #expect(read == 910)
    }

    @Test func `Both forms of an accent keep their bytes`() throws {
        #expect(try JSONValue.string("e\u{301}").canonicalBytes() == Array("\"e\u{301}\"".utf8))
        #expect(try JSONValue.string("\u{E9}").canonicalBytes() == Array("\"\u{E9}\"".utf8))
        #expect(try JSONValue.string("\r\n").canonicalBytes() == Array(#""\r\n""#.utf8))
    }
}
