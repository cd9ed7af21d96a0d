import Testing

@testable import Sealing

@Suite struct KeyStretchingTests {
    // RFC 7914, section 12, the first half of each: a shorter key is the beginning of a longer one.
    @Test(arguments: [
        (
            "password", "NaCl", 1024, 8, 16,
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        ),
        (
            "pleaseletmein", "SodiumChloride", 16_384, 8, 1,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        ),
    ])
    func `Scrypt is that of RFC 7914`(
        passphrase: String,
        salt: String,
        cost: Int,
        blockSize: Int,
        parallelism: Int,
        expected: String
    ) throws {
        let stretching = KeyStretching.scrypt(
            salt: Array(salt.utf8),
            cost: cost,
            blockSize: blockSize,
            parallelism: parallelism
        )
        #expect(try stretching.bytes(from: Array(passphrase.utf8)).hex == expected)
    }

    // RFC 7914, section 11.
    @Test(arguments: [
        (
            "passwd", "salt", 1,
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        ),
        (
            "Password", "NaCl", 80_000,
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
        ),
    ])
    func `PBKDF2 is that of RFC 7914`(
        passphrase: String,
        salt: String,
        rounds: Int,
        expected: String
    ) throws {
        let stretching = KeyStretching.pbkdf2SHA256(salt: Array(salt.utf8), rounds: rounds)
        #expect(try stretching.bytes(from: Array(passphrase.utf8)).hex == expected)
    }

    private static let salt = Array("NaCl".utf8)

    @Test(arguments: [
        KeyStretching.scrypt(salt: salt, cost: 1 << 20, blockSize: 8, parallelism: 1),
        .scrypt(salt: salt, cost: 1 << 30, blockSize: 1, parallelism: 1),
        .scrypt(salt: salt, cost: .max, blockSize: .max, parallelism: .max),
        .scrypt(salt: salt, cost: 1 << 14, blockSize: 17, parallelism: 1),
        .scrypt(salt: salt, cost: 1 << 17, blockSize: 8, parallelism: 5),
        .scrypt(salt: salt, cost: 1 << 14, blockSize: 8, parallelism: 1 << 20),
        .scrypt(salt: salt, cost: 1000, blockSize: 8, parallelism: 1),
        .scrypt(salt: salt, cost: 0, blockSize: 8, parallelism: 1),
        .scrypt(salt: salt, cost: -2, blockSize: 8, parallelism: 1),
        .scrypt(salt: salt, cost: 1024, blockSize: 0, parallelism: 1),
        .scrypt(salt: [], cost: 1024, blockSize: 8, parallelism: 1),
        .scrypt(
            salt: Array(repeating: 1, count: 257),
            cost: 1024,
            blockSize: 8,
            parallelism: 1
        ),
        .pbkdf2SHA256(salt: salt, rounds: 5_000_001),
        .pbkdf2SHA256(salt: salt, rounds: .max),
        .pbkdf2SHA256(salt: salt, rounds: 0),
        .pbkdf2SHA256(salt: [], rounds: 2048),
    ])
    func `A file cannot ask for more than is allowed, and is told so at once`(
        stretching: KeyStretching
    ) throws {
        let locked = LockedKey(
            stretching: stretching,
            iv: Array(repeating: 1, count: 16),
            ciphertext: Array(repeating: 2, count: 64)
        )
        let pem = PEMBlock("ENCRYPTED PRIVATE KEY", try locked.der()).file
        let passphrase = try #require(Passphrase(line: Array("Rabbit".utf8)))
        let clock = ContinuousClock()
        let start = clock.now
        let error = try #require(throws: SealError.self) {
            try SigningKey(file: pem, passphrase: passphrase)
        }
        #expect(error.code == .keyCost)
        #expect(clock.now - start < .milliseconds(100))
    }

    @Test func `Our own files ask for what OWASP advises, within what OpenSSL reads`() {
        guard
            case .scrypt(_, let cost, let blockSize, let parallelism) = KeyStretching.usual(
                salt: Self.salt
            )
        else {
            Issue.record("not scrypt")
            return
        }
        #expect(128 * cost * blockSize < 32 << 20)
        // OWASP, Password Storage Cheat Sheet: N and p for r = 8.
        let advised = [1 << 17: 1, 1 << 16: 2, 1 << 15: 3, 1 << 14: 5, 1 << 13: 10]
        #expect(blockSize == 8 && advised[cost] == parallelism)
    }
}
