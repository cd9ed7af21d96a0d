import Testing

@testable import Sealing

/// The key of a seed of 32 fives, locked by others with "Rabbit".
@Suite struct LockedKeyTests {
    private static func pem(_ body: String) -> [UInt8] {
        let label = "ENCRYPTED PRIVATE KEY"
        return Array("-----BEGIN \(label)-----\n\(body)\n-----END \(label)-----\n".utf8)
    }

    // Python's cryptography 50.0.2, `BestAvailableEncryption`.
    private static let python = pem(
        """
        MIGjMF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBCYj+EJiaSl2e3RwcVp
        modEAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQootKoucQRGGwgLui
        9j5QWwRA9YVJDR9bSgC66CLotTSDTN/g01YTjVITGql0fKvLihGO4Sj3o9EeIWiE
        izf80wvL50fSiCJ0o9Xer65C8Zxweg==
        """
    )
    // OpenSSL 3.0.19, `pkcs8 -topk8 -scrypt -scrypt_N 1024 -scrypt_r 8 -scrypt_p 2`.
    private static let scrypt = pem(
        """
        MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAgEvY+eqV1oNgICBAAC
        AQgCAQIwHQYJYIZIAWUDBAEqBBB63OBY8Bqq5xijUCxlCRWeBEAx57ZVUU291GBn
        LITo98NGYk/vlmSz07879dX7zV7SDnEjxiKcE2gueMIzkeorNK84Kb0UpLC/5ExF
        6uoWol7r
        """
    )
    // The same with `-v2 aes-256-cbc`, which is what `genpkey -aes256` writes.
    private static let pbkdf2 = pem(
        """
        MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhTIv9CAt2FLgICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEIZJ7f4jJB38K/r7zVPN7xAEQIxl
        la3RaxO8krfP05eMSgPH4qKIfN3XwtM2CgZGeVcQP4fIueKMAnxq+CLfLwKnXjLg
        8BqsXzMB4lNgLTij4SQ=
        """
    )

    private static func words(_ text: String) throws -> Passphrase {
        try #require(Passphrase(line: Array(text.utf8)))
    }

    private static func fault(_ pem: [UInt8], _ passphrase: Passphrase?) -> SealError? {
        do throws(SealError) {
            _ = try SigningKey(file: pem, passphrase: passphrase)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [python, scrypt, pbkdf2])
    func `What others locked opens with its passphrase only`(pem: [UInt8]) throws {
        let key = try SigningKey(file: pem, passphrase: Self.words("Rabbit"))
        #expect(
            key.verifyingKey.bytes.hex
                == "6e7a1cdd29b0b78fd13af4c5598feff4ef2a97166e3ca6f2e4fbfccd80505bf1"
        )
        #expect(SigningKey.isLocked(file: pem))
        #expect(Self.fault(pem, nil)?.code == .keyEncrypted)
        // One wrong passphrase in 256 or so yields whole blocks; they are no key either.
        for wrong in ["rabbit", "Rabbit ", "Hare", "口令"] {
            #expect(Self.fault(pem, try Self.words(wrong))?.code == .keyPassphrase)
        }
    }

    @Test(arguments: [
        (
            "AES-128",
            """
            MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjTw7un8k0WgwICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEAQIEEKxenpEDR6eZCa2tVx3WaP8EQJrA
            gadWjJgEMwG2zj3Wa5HavF34cXxdbSKDzayb9+lz5dsCi/d8PnYZUXPCh00SJeUy
            NN1STKYkqsLMVkkxUSU=
            """, SealError.Code.keyProtection
        ),
        (
            "HMAC-SHA-1",
            """
            MIGNMEkGCSqGSIb3DQEFDTA8MBsGCSqGSIb3DQEFDDAOBAi7EoUC9MBgMwICCAAw
            HQYJYIZIAWUDBAEqBBBy6L/M3wCUu/UQi0Bg5pYaBEAK1D7pDtWy4bMx/qvkvVdR
            dS2QeC7aWW68zYhdnW3W5Fx3+CanJ4eRu1/2KQEksKd3TxGsm7x99HXzEjm5gZsZ
            """, .keyProtection
        ),
        (
            "PBES1 of PKCS#12",
            """
            MFgwHAYKKoZIhvcNAQwBAzAOBAgsOv28QppURAICCAAEOHPVPfXenoQ+13Y+GZCm
            2V3eX3X7PdA+nb41RhAgUUwWh6dTavaNmX6GwZHiCK6XEa3NOfCAb41t
            """, .keyProtection
        ),
        (
            "X25519 inside",
            """
            MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAiy9f47NI9VOQICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEENAzgamaO+vZ6JHE8yyT5qMEQLS9
            Y3+lx5h7j8XfVk5/lFwutIXiR+iNi1TJ6itWNHrZ7yYFOXJMFE6tjBcHf+dxX7yN
            7Mox6UcXu4oWsHEZ3c0=
            """, .keyFormat
        ),
        ("an open key under the label", "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp", .keyFormat),
        ("nothing", "", .keyFormat),
        ("no base64", "Rabbit", .keyFormat),
    ])
    func `What is locked in other ways is told apart`(
        what: String,
        body: String,
        code: SealError.Code
    ) throws {
        #expect(Self.fault(Self.pem(body), try Self.words("Rabbit"))?.code == code, "\(what)")
    }

    @Test func `No changed byte opens the key, and none brings the reader down`() throws {
        let words = try Self.words("Rabbit")
        let block = try #require(PEMBlock(file: Self.pbkdf2))
        let right = try SigningKey(file: Self.pbkdf2, passphrase: words).id
        var opened = 0
        for index in block.bytes.indices {
            for mask in [0x01, 0x80] as [UInt8] {
                var bytes = block.bytes
                bytes[index] ^= mask
                let pem = PEMBlock(block.label, bytes).file
                if (try? SigningKey(file: pem, passphrase: words))?.id == right { opened += 1 }
            }
            let short = PEMBlock(block.label, Array(block.bytes.prefix(index))).file
            #expect(Self.fault(short, words) != nil)
        }
        // Another key may come out where the seed's own block was changed: PKCS#8 has no checksum.
        #expect(opened == 0)
    }

    @Test func `A key that is locked here opens again, each time under other bytes`() throws {
        let key = try SigningKey(seed: Array(repeating: 5, count: 32))
        let words = try Self.words("不要告诉别人")
        let files = [try key.pem(lockedWith: words), try key.pem(lockedWith: words)]
        #expect(files[0] != files[1])
        for file in files {
            let opened = try SigningKey(file: file, passphrase: words)
            #expect(opened.pem == key.pem)
            #expect(
                String(decoding: file, as: UTF8.self).split(separator: "\n").allSatisfy {
                    $0.utf8.count <= 64
                }
            )
        }
    }

    @Test func `A passphrase is one line, and is never printed`() throws {
        #expect(Passphrase(line: Array("a b\r\n".utf8))?.bytes == Array("a b".utf8))
        #expect(Passphrase(line: Array("a b".utf8))?.count == 3)
        for text in ["", "\n", "a\nb", "a\n\n", "\r\n", String(repeating: "a", count: 1025)] {
            #expect(Passphrase(line: Array(text.utf8)) == nil)
        }
        let words = try Self.words("Rabbit")
        var dumped = ""
        dump(words, to: &dumped)
        #expect("\(words)\(dumped)".contains("82") == false && !dumped.contains("Rabbit"))
        #expect("\(words)" == "a passphrase")
    }
}
