import Registration
import Sealing
import Testing

@Suite struct ContentHasherTests {
    // FIPS 180-4's examples, as NIST publishes them.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `The standard's examples come out`(text: String, hex: String) {
        #expect(ContentHash.of(Array(text.utf8)).hex == hex)
    }

    @Test func `A million letters come out the same in any pieces`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        let hex = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(ContentHash.of(bytes).hex == hex)
        var hasher = ContentHasher()
        for start in stride(from: 0, to: bytes.count, by: 977) {
            hasher.update(Array(bytes[start..<min(start + 977, bytes.count)]))
        }
        #expect(hasher.hash.hex == hex)
    }

    @Test func `A hash may be asked for midway`() {
        var hasher = ContentHasher()
        hasher.update(Array("a".utf8))
        _ = hasher.hash
        hasher.update(Array("bc".utf8))
        #expect(hasher.hash == ContentHash.of(Array("abc".utf8)))
    }
}
