import Registration
import Testing

@testable import Archiving

@Suite struct BagValidatorTests {
    let bag: MemoryBag

    init() throws {
        let folder = try TemporaryFolder()
        try SampleBag.write(in: folder)
        bag = try MemoryBag(copying: ZipReader(path: folder.path("bag.zip")))
    }

    func faults(
        of bag: MemoryBag,
        _ strictness: BagValidator.Strictness = .standard
    ) -> [BagFault] {
        BagValidator(strictness: strictness).validate(bag).faults
    }

    /// The bag with another text, and with the tag manifest made to fit it.
    func changed(_ path: ArchivePath, _ change: (String) -> String) -> MemoryBag {
        var bag = bag
        bag[path] = change(bag[path])
        let entries = bag.contents.filter {
            !$0.key.isPayload && $0.key != "tagmanifest-sha256.txt"
        }.map { ManifestEntry(path: $0.key, digest: FileDigest(of: $0.value).hash.hex) }
        bag.contents["tagmanifest-sha256.txt"] = ManifestEntry.text(of: entries)
        return bag
    }

    @Test func `A changed byte in any file is a fault that names a file`() {
        for (path, bytes) in bag.contents {
            for index in bytes.indices {
                for flip: UInt8 in [0x01, 0x20, 0x80] {
                    var bag = bag
                    bag.contents[path]?[index] ^= flip
                    let errors = faults(of: bag, .canonical).filter { $0.severity == .error }
                    #expect(
                        errors.contains { $0.file != nil },
                        "\(path) at \(index) by \(flip)"
                    )
                }
            }
        }
    }

    @Test func `A longer, shorter, missing or new file is a fault that names it`() {
        for path in bag.contents.keys {
            for change in [{ $0 + [0] }, { $0.dropLast() }, { _ in nil }]
                as [([UInt8]) -> [UInt8]?]
            {
                var bag = bag
                guard let bytes = bag.contents[path], !bytes.isEmpty else { continue }
                bag.contents[path] = change(bytes)
                let errors = faults(of: bag, .canonical).filter { $0.severity == .error }
                #expect(errors.contains { $0.file != nil }, "\(path)")
            }
        }
        for path: ArchivePath in ["data/new", "new.txt", "manifest-sha512.txt"] {
            var bag = bag
            bag[path] = ""
            #expect(faults(of: bag, .canonical).contains { $0.file == path }, "\(path)")
        }
    }

    @Test(arguments: [
        ("BagIt-Version: 1.0\n", "bag.declaration-malformed"),
        ("BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n", "bag.version-unknown"),
        ("BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n", "bag.declaration-malformed"),
        ("BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n", "bag.declaration-malformed"),
        ("BagIt-Version: 1.0\nTag-File-Character-Encoding: Big5\n", "bag.encoding-unknown"),
        ("\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "bag.byte-order-mark"),
        (
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX\n",
            "bag.declaration-malformed"
        ),
    ])
    func `The declaration is exact`(text: String, code: String) {
        let found = faults(of: changed("bagit.txt") { _ in text })
        #expect(found.map(\.code.rawValue) == [code])
        #expect(found.map(\.file) == ["bagit.txt"])
    }

    @Test(arguments: [
        (
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  data/manifest.json\n",
            "bag.listed-twice"
        ),
        (
            "00136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  data/manifest.json\n",
            "bag.listed-differently bag.file-changed"
        ),
        (
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  data/none\n",
            "bag.file-missing"
        ),
        (
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  ../etc/passwd\n",
            "bag.path-outside"
        ),
        (
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  data/a/../../../b\n",
            "bag.path-outside"
        ),
        (
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  data/MANIFEST.json\n",
            "bag.file-named-differently"
        ),
        (
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n",
            "bag.manifest-line-malformed"
        ),
        ("44136f  data/manifest.json\n", "bag.manifest-line-malformed"),
        (
            "zz136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  data/x\n",
            "bag.manifest-line-malformed"
        ),
    ])
    func `A line more in the manifest is judged`(line: String, codes: String) {
        let found = faults(of: changed("manifest-sha256.txt") { $0 + line })
        #expect(found.map(\.code.rawValue).joined(separator: " ") == codes)
    }

    @Test func `A tag file in the payload manifest is misplaced`() {
        let hash = FileDigest(of: BagWriter.declaration).hash.hex
        let found = faults(of: changed("manifest-sha256.txt") { "\($0)\(hash)  bagit.txt\n" })
        #expect(found.map(\.code) == [.pathMisplaced])
    }

    @Test func `Other tools' ways of writing a manifest are read, but are not ours`() {
        for change in [
            { $0.replacing("  data", with: " *data") }, { $0.replacing("  data", with: "\tdata") },
            { $0.replacing("  data", with: "  ./data") }, { $0.replacing("\n", with: "\r\n") },
            { String($0.dropLast()) }, { $0.replacing("44136fa", with: "44136FA") },
            { $0.split(separator: "\n").reversed().joined(separator: "\n") + "\n" },
        ] as [(String) -> String] {
            let bag = changed("manifest-sha256.txt", change)
            #expect(BagValidator().validate(bag).isValid)
            #expect(
                faults(of: bag, .canonical).contains {
                    $0.code == .manifestNotCanonical && $0.severity == .error
                }
            )
        }
    }

    @Test func `An unlisted file is no twin of a listed one`() {
        var bag = bag
        bag["data/MANIFEST.JSON"] = "{\"forged\": true}"
        bag["bag-info.txt"] = ""
        #expect(
            faults(of: bag).contains {
                $0.code == .payloadUnlisted && $0.file == "data/MANIFEST.JSON"
            }
        )
    }

    @Test(arguments: [
        ("Payload-Oxum: 258.3", "Payload-Oxum: 258.4", "bag.oxum-wrong"),
        ("Payload-Oxum: 258.3", "payload-oxum: 257.3", "bag.oxum-wrong"),
        ("Payload-Oxum: 258.3", "Payload-Oxum: 258", "bag.oxum-malformed"),
        ("Payload-Oxum", "Payload-Oxum: 258.3\nPayload-Oxum", "bag.oxum-malformed"),
        ("Payload-Oxum", "no colon\nPayload-Oxum", "bag.info-line-malformed"),
    ])
    func `bag-info.txt is checked`(old: String, new: String, code: String) {
        let found = faults(of: changed("bag-info.txt") { $0.replacing(old, with: new) })
        #expect(found.map(\.code.rawValue) == [code])
        #expect(found.map(\.file) == ["bag-info.txt"])
    }

    @Test func `Folded values and repeated labels are read`() {
        let text = "A: one\n  two\nB: x\nB: y\n"
        let result = BagValidator().validate(changed("bag-info.txt") { _ in text })
        #expect(result.faults.isEmpty)
        #expect(
            result.info == [
                BagInfoField("A", "one two"), BagInfoField("B", "x"), BagInfoField("B", "y"),
            ]
        )
    }

    @Test func `A bag that waits for files is incomplete, not merely broken`() {
        var waiting = changed("fetch.txt") { _ in
            "https://example.org/m 2 data/manifest.json\nhttps://example.org/x - ../x\nnonsense\n"
        }
        waiting.contents["data/manifest.json"] = nil
        waiting["bag-info.txt"] = ""
        let found = faults(of: waiting)
        #expect(found.contains { $0.code == .fileNotFetched && $0.file == "data/manifest.json" })
        #expect(found.filter { $0.code == .fetchLineMalformed }.count == 2)
    }

    @Test func `Percent signs are decoded as the version says`() {
        #expect(bag["manifest-sha256.txt"].contains("data/materials/100%25.txt"))
        #expect(faults(of: bag).isEmpty)
        var old = changed("bagit.txt") { $0.replacing("1.0", with: "0.97") }
        #expect(faults(of: old).contains { $0.code == .fileMissing })
        old.contents["data/materials/100%25.txt"] = old.contents["data/materials/100%.txt"]
        old.contents["data/materials/100%.txt"] = nil
        #expect(faults(of: old).isEmpty)
    }

    // Digests of "{}" by md5sum, sha1sum and sha512sum (coreutils).
    @Test(arguments: [
        ("md5", "99914b932bd37a50b983c5e7c90ae93b"),
        ("sha1", "bf21a9e8fbc5a3846fb05b4fa0859e0917b2202f"),
        (
            "sha512",
            "27c74670adb75075fad058d5ceaf7b20c4e7786c83bae8a32f626f9782af34c9"
                + "a33c2046ef60fd2a7878d378e29fec851806bbd9a67878f3a9f1cda4830763fd"
        ),
    ])
    func `Other digests are computed too`(algorithm: String, digest: String) {
        var other = MemoryBag(contents: [:])
        other["bagit.txt"] = bag["bagit.txt"]
        other["data/a"] = "{}"
        let manifest = ArchivePath("manifest-\(algorithm).txt")
        other[manifest] = "\(digest)  data/a\n"
        #expect(BagValidator().validate(other).isValid)
        #expect(!BagValidator(strictness: .canonical).validate(other).isValid)
        other["data/a"] = "{]"
        #expect(faults(of: other).contains { $0.code == .fileChanged && $0.file == "data/a" })
    }

    @Test func `A bag of nothing has each fault of it`() {
        let found = faults(of: MemoryBag(contents: [:]))
        #expect(
            Set(found.map(\.code)) == [
                .declarationMissing, .payloadFolderMissing, .manifestMissing,
            ]
        )
    }
}
