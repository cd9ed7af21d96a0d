import Registration
import Sealing
import Testing

// Expected values: Python with hashlib, unicodedata and cryptography 48 (HKDF).
@Suite struct SubjectCommitmentTests {
    private let pictures = ["1.jpg", "2.jpg", "3.jpg"].map { ContentHash.of(Array($0.utf8)) }

    @Test func `The salt depends on the pictures and not on their order`() {
        let salt = SubjectSalt(pictures: pictures)
        #expect(salt.bytes.hex == "9e178c634c2accec4b4e7ed22326467d")
        #expect(SubjectSalt(pictures: pictures.reversed()) == salt)
        #expect(
            SubjectSalt(pictures: pictures + pictures.prefix(1)).bytes.hex
                == "15eee5a4328f780a6c6551ba1148b97b"
        )
        #expect(SubjectSalt(pictures: []).bytes.hex == "212344555779b6e06e09976f1326721d")
    }

    @Test(arguments: [
        ("二代身份证", "43010219900101123x", "张三", "7ecc65995109321117d2d6efa2b39806"),
        ("二代身份证", "43010219900101123X", "张三", "7ecc65995109321117d2d6efa2b39806"),
        // A combining accent, and a compatibility ideograph that NFC makes U+91D1.
        ("护照", "e1234567", "Jose\u{301} \u{F90A}", "0160c1251190caa87846a254370a043a"),
        ("护照", "E1234567", "Jos\u{E9} \u{91D1}", "0160c1251190caa87846a254370a043a"),
    ])
    func `A person is committed to in one spelling`(
        kind: String,
        number: String,
        name: String,
        hex: String
    ) throws {
        let salt = SubjectSalt(pictures: pictures)
        let commitment = try SubjectCommitment(
            idKind: kind,
            idNumber: number,
            name: name,
            salt: salt
        )
        #expect(commitment.bytes.hex == hex)
        let candidate = Candidate(name: name, idKind: kind, idNumber: number, profile: [:])
        #expect(try SubjectCommitment(candidate, salt: salt) == commitment)
    }

    @Test func `A text with a NUL is refused, as it could pass for two`() {
        let salt = SubjectSalt(pictures: pictures)
        #expect(throws: SealError.self) {
            try SubjectCommitment(idKind: "a\0b", idNumber: "c", name: "d", salt: salt)
        }
    }

    @Test func `Only sixteen bytes are a salt or a commitment`() {
        #expect(SubjectSalt(bytes: [UInt8](repeating: 0, count: 15)) == nil)
        #expect(SubjectSalt(bytes: [UInt8](repeating: 0, count: 16)) != nil)
        #expect(SubjectCommitment(bytes: [UInt8](repeating: 0, count: 17)) == nil)
        #expect(SubjectCommitment(bytes: [UInt8](repeating: 0, count: 16)) != nil)
    }
}
