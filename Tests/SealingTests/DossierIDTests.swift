import Registration
import Sealing
import Testing

@Suite struct DossierIDTests {
    private static let sample = "7BJHWMBPE4GTN1"
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    // A Python script with its own arithmetic in GF(32), by carry-less product and remainder.
    @Test(arguments: [
        ("75ca3ca2ece24355", "7BJHW-MBPE-4GTN1"),
        ("05b3abf2579a5eb6", "0BCXB-Y9BS-MQNPZ"),
        ("0000000000000000", "00000-0000-00000"),
        ("0000000000000001", "00000-0000-00012"),
        ("0102030405060708", "020G3-0G2G-C1R8A"),
        ("ffffffffffffffff", "FZZZZ-ZZZZ-ZZZZX"),
    ])
    func `Bytes and letters belong together`(hex: String, text: String) throws {
        let id = try #require(DossierID(bytes: [UInt8](hex: hex)))
        #expect(id.description == text)
        #expect(id.compact == text.replacing("-", with: ""))
        #expect(try DossierID(parsing: text) == id)
        #expect(try DossierID(parsing: id.compact) == id)
    }

    @Test func `An id is the beginning of the manifest's hash`() throws {
        let hash = ContentHash.of(Array("manifest".utf8))
        #expect(DossierID(manifest: hash).bytes == Array(hash.bytes.prefix(8)))
        #expect(DossierID(bytes: [1, 2, 3]) == nil)
    }

    @Test(arguments: [
        "7bjhw-mbpe-4gtn1", " 7BJHW MBPE 4GTN1\n", "7BJHWMBPE4GTNl", "7bjhwmbpe4gtnI",
        "7-B-J-HWMBPE4GTN-1-",
        "７ＢＪＨＷ－ＭＢＰＥ－４ｇｔｎ１", "7BJHW\u{3000}MBPE\u{2013}4GTN1",
    ])
    func `An id is read however it is typed`(text: String) throws {
        #expect(try DossierID(parsing: text).compact == Self.sample)
    }

    @Test func `O is read as zero`() throws {
        #expect(try DossierID(parsing: "OoO00-0000-0OOL2").bytes == [0, 0, 0, 0, 0, 0, 0, 1])
    }

    @Test(arguments: [
        ("", "0 of 14 letters"),
        ("7BJHW-MBPE-4GTN", "13 of 14 letters"),
        ("7BJHW-MBPE-4GTN11", "over 14 letters"),
        ("7BJHW-MBPE-4GTNU", "letter 14"),
        ("7BJHW_MBPE-4GTN1", "letter 6"),
        ("张BJHW-MBPE-4GTN1", "letter 1"),
        ("7\u{301}BJHW-MBPE-4GTN1", "letter 2"),
    ])
    func `What is no id is refused`(text: String, subject: String) {
        #expect(throws: SealError(.idFormat, subject)) { try DossierID(parsing: text) }
    }

    // Thirteen letters hold 65 bits; with the top one set there would be two texts for an id.
    @Test(arguments: ["G000000000000K", "ZZZZZZZZZZZZZE"])
    func `An id of more than eight bytes is refused though its check letter agrees`(text: String) {
        #expect(throws: SealError(.idCheck, "14 letters")) { try DossierID(parsing: text) }
    }

    private func isFound(_ typed: [Character]) -> Bool {
        (try? DossierID(parsing: String(typed))) == nil
    }

    @Test func `Every mistyped letter is found`() {
        let right = Array(Self.sample)
        var tried = 0
        for place in right.indices {
            for letter in Self.letters where letter != right[place] {
                var typed = right
                typed[place] = letter
                tried += 1
                #expect(isFound(typed), "\(String(typed))")
            }
        }
        #expect(tried == 14 * 31)
    }

    @Test func `Every swap of two letters is found, near or far`() {
        let right = Array(Self.sample)
        var tried = 0
        for first in right.indices {
            for second in right.indices where first < second && right[first] != right[second] {
                var typed = right
                typed.swapAt(first, second)
                tried += 1
                #expect(isFound(typed), "\(String(typed))")
            }
        }
        #expect(tried > 80)
    }

    // With one check letter in 32 no scheme can do better.
    @Test func `Of two mistyped letters about one pair in 32 passes`() {
        let right = Array(Self.sample)
        var tried = 0
        var missed = 0
        for first in right.indices {
            for second in right.indices where first < second {
                for (one, other) in Self.letters.flatMap({ a in Self.letters.map { (a, $0) } })
                where one != right[first] && other != right[second] {
                    var typed = right
                    (typed[first], typed[second]) = (one, other)
                    tried += 1
                    if !isFound(typed) { missed += 1 }
                }
            }
        }
        #expect(tried == 91 * 31 * 31)
        #expect(missed > 0 && missed * 31 <= tried)
    }
}
