import Sealing
import Testing

@Suite struct CBORTests {
    // RFC 8949, appendix A, as far as a seal needs it.
    @Test(
        arguments: [
            ("00", 0),
            ("01", 1),
            ("0a", 10),
            ("17", 23),
            ("1818", 24),
            ("1819", 25),
            ("1864", 100),
            ("1903e8", 1000),
            ("1a000f4240", 1_000_000),
            ("1b000000e8d4a51000", 1_000_000_000_000),
            ("1bffffffffffffffff", .unsigned(18_446_744_073_709_551_615)),
            ("3bffffffffffffffff", .negative(18_446_744_073_709_551_615)),
            ("20", -1),
            ("29", -10),
            ("3863", -100),
            ("3903e7", -1000),
            ("40", .bytes([])),
            ("4401020304", .bytes([1, 2, 3, 4])),
            ("60", ""),
            ("6161", "a"),
            ("6449455446", "IETF"),
            ("62225c", "\"\\"),
            ("62c3bc", "\u{FC}"),
            ("63e6b0b4", "\u{6C34}"),
            ("64f0908591", "\u{10151}"),
            ("80", []),
            ("83010203", [1, 2, 3]),
            ("8301820203820405", [1, [2, 3], [4, 5]]),
            (
                "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
                .array((1...25).map { CBOR($0) })
            ),
            ("a0", .map([:])),
            ("a201020304", .map([1: 2, 3: 4])),
        ] as [(String, CBOR)]
    )
    func `A value of RFC 8949 is written and read`(hex: String, value: CBOR) throws {
        #expect(value.encoded.hex == hex)
        #expect(try CBOR(decoding: [UInt8](hex: hex)) == value)
    }

    // The rest of RFC 8949, appendix A: well-formed, but nothing that a seal holds.
    @Test(
        arguments: [
            "c249010000000000000000", "c349010000000000000000", "f90000", "f98000", "f93c00",
            "fb3ff199999999999a", "f93e00", "f97bff", "fa47c35000", "fa7f7fffff",
            "fb7e37e43c8800759c", "f90001", "f90400", "f9c400", "fbc010666666666666", "f97c00",
            "f97e00", "f9fc00", "fa7f800000", "fa7fc00000", "faff800000", "fb7ff0000000000000",
            "fb7ff8000000000000", "fbfff0000000000000", "f4", "f5", "f6", "f7", "f0", "f8ff",
            "c074323031332d30332d32315432303a30343a30305a", "c11a514b67b0",
            "c1fb41d452d9ec200000", "d74401020304", "d818456449455446",
            "d82076687474703a2f2f7777772e6578616d706c652e636f6d",
            "a26161016162820203", "826161a161626163",
            "a56161614161626142616361436164614461656145", "5f42010243030405ff",
            "7f657374726561646d696e67ff", "9fff", "9f018202039f0405ffff", "9f01820203820405ff",
            "83018202039f0405ff", "83019f0203ff820405",
            "9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff",
            "bf61610161629f0203ffff", "826161bf61626163ff", "bf6346756ef563416d7421ff",
        ]
    )
    func `What else RFC 8949 shows is refused`(hex: String) {
        #expect(throws: CBORError.self) { try CBOR(decoding: [UInt8](hex: hex)) }
    }

    // Python's cbor2 6.2 with canonical=True.
    @Test func `Keys are sorted by their encodings, negative ones last`() throws {
        let map = CBOR.map([1000: 0, -1: 1, 0: 2, 23: 3, -1000: 4, 24: 5])
        #expect(map.encoded.hex == "a6000217031818051903e80020013903e704")
        #expect(try CBOR(decoding: map.encoded) == map)
    }

    @Test(arguments: [
        ("", CBORError.Code.unexpectedEnd, 0),
        ("18", .unexpectedEnd, 0),
        ("1903", .unexpectedEnd, 0),
        ("4401", .unexpectedEnd, 0),
        ("8201", .unexpectedEnd, 0),
        ("820141", .unexpectedEnd, 2),
        ("9bffffffffffffffff", .unexpectedEnd, 0),
        ("5bffffffffffffffff00", .unexpectedEnd, 0),
        ("bb7fffffffffffffff", .unexpectedEnd, 0),
        ("0000", .trailingBytes, 1),
        ("1817", .notDeterministic, 0),
        ("1900ff", .notDeterministic, 0),
        ("1a0000ffff", .notDeterministic, 0),
        ("1b00000000ffffffff", .notDeterministic, 0),
        ("820018011c", .notDeterministic, 2),
        ("580100", .notDeterministic, 0),
        ("9801" + "00", .notDeterministic, 0),
        ("5f42010243030405ff", .notDeterministic, 0),
        ("7f657374726561646d696e67ff", .notDeterministic, 0),
        ("9fff", .notDeterministic, 0),
        ("bfff", .notDeterministic, 0),
        ("1c", .notDeterministic, 0),
        ("a203040102", .notDeterministic, 3),
        ("a201020103", .notDeterministic, 3),
        ("a220010002", .notDeterministic, 3),
        ("a1616101", .unsupported, 1),
        ("a11bffffffffffffffff00", .unsupported, 1),
        ("c11a514b67b0", .unsupported, 0),
        ("c249010000000000000000", .unsupported, 0),
        ("f4", .unsupported, 0),
        ("f6", .unsupported, 0),
        ("f7", .unsupported, 0),
        ("f93c00", .unsupported, 0),
        ("fb3ff199999999999a", .unsupported, 0),
        ("61ff", .invalidUTF8, 0),
        ("63eda080", .invalidUTF8, 0),
        ("818181818181818180", .tooDeep, 8),
    ])
    func `Any other bytes are refused at their fault`(
        hex: String,
        code: CBORError.Code,
        offset: Int
    ) {
        #expect(throws: CBORError(code, at: offset)) { try CBOR(decoding: [UInt8](hex: hex)) }
    }

    // Damages a real payload in every byte and length: whatever is still read has one encoding.
    @Test func `Whatever is read is written as it was read`() {
        let bytes = [UInt8](hex: SealVectors.pagePayload)
        var read = 0
        for index in bytes.indices {
            #expect(throws: CBORError.self) { try CBOR(decoding: Array(bytes[..<index])) }
            for value in UInt8.min...UInt8.max {
                var damaged = bytes
                damaged[index] = value
                guard let cbor = try? CBOR(decoding: damaged) else { continue }
                read += 1
                #expect(cbor.encoded == damaged)
            }
        }
        #expect(read > 10_000)
    }
}
