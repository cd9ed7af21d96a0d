import Archiving
import CandidateFixtures
import Packaging
import Registration
import Sealing
import Testing
import Verification

/// What somebody may try who knows how bags are made but has no trusted key.
@Suite struct ForgeryTests {
    @Test func `a changed name with all bag manifests made anew fails the seal`() async throws {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        try rename(in: archive)
        try balance(archive)
        let report = try SealedArchive.verify(folder, trust: SealedArchive.trust())
        #expect(!report.isAccepted)
        // The bag itself is sound again: only the seal knows.
        #expect(report.codes(.passed).contains("bag.valid"))
        #expect(report.codes(.passed).contains("manifest.agrees"))
        #expect(report.codes(.failed) == ["seal.other-payload"])
        #expect(report.blames("manifest-sha256.txt"))
    }

    @Test func `without the seal it is a bag like any other, but its PDF still tells`()
        async throws
    {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        try rename(in: archive)
        try archive.home.remove("bag/seal.txt")
        try balance(archive)
        let report = try SealedArchive.verify(folder, trust: nil)
        #expect(report.codes(.passed).contains("bag.valid"))
        #expect(report.codes(.failed) == ["pdf.other-manifest"])
        #expect(report.outcome(of: .issuer) == .absent)
        // It has another id than the codes on the paper.
        #expect(report.id?.compact != archive.id)

        let trusting = try SealedArchive.verify(folder, trust: SealedArchive.trust())
        #expect(!trusting.isAccepted)
        #expect(trusting.outcome(of: .issuer) == .failed)
    }

    @Test func `sealed anew with a key of one's own it has an unknown issuer`() async throws {
        let archive = try await SealedArchive(seed: SealedArchive.strangerSeed)
        let report = try SealedArchive.verify(archive.path, trust: SealedArchive.trust())
        #expect(report.outcome(of: .integrity) == .passed)
        #expect(report.outcome(of: .issuer) == .failed)
        #expect(report.codes(.failed) == ["issuer.unknown-key"])
    }

    @Test func `the seal of another archive does not cover this one`() async throws {
        let archive = try await SealedArchive()
        let other = try await SealedArchive(name: "试样乙")
        let folder = try archive.unpack()
        let seal = try #require(try UnpackedArchive(other.path)["seal.txt"])
        try archive.home.write(seal, to: "bag/seal.txt")
        try balance(archive)
        let report = try SealedArchive.verify(folder, trust: SealedArchive.trust())
        #expect(report.codes(.failed) == ["seal.other-payload", "seal.contradicts-manifest"])
        #expect(report.outcome(of: .integrity) == .failed)
        // The key is the office's own: that much is true.
        #expect(report.outcome(of: .issuer) == .passed)
    }

    @Test func `a seal made for a page does not serve for an archive`() async throws {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        let manifest = try archive.home.bytes(of: "bag/manifest-sha256.txt")
        let seal = try SealText(parsing: sealText(archive))
        let payload = try SealPayload(
            place: SealPlace(.page, page: 1, pages: 1),
            caseID: nil,
            revision: 1,
            exam: seal.payload.exam,
            digest: ContentHash.of(manifest),
            subject: seal.payload.subject,
            issued: seal.payload.issued,
            expires: seal.payload.expires
        )
        let key = try SigningKey(seed: SealedArchive.officeSeed)
        try archive.home.write(
            SealText(sealing: payload, with: key).text + "\n",
            to: "bag/seal.txt"
        )
        try balance(archive)
        let report = try SealedArchive.verify(folder, trust: SealedArchive.trust())
        #expect(report.codes(.failed) == ["seal.not-for-archives"])
    }

    @Test func `a signature of the right name by a wrong key is a bad signature`() async throws {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        // The last characters are the signature's; a zero in one of them is still base45.
        let text = Array(try sealText(archive))
        let forged = (1...6).map { text.dropLast($0) + "0" + text.suffix($0 - 1) }
            .first { $0 != text[...] && (try? SealText(parsing: String($0))) != nil }
        try archive.home.write(String(try #require(forged)) + "\n", to: "bag/seal.txt")
        try balance(archive)
        let report = try SealedArchive.verify(folder, trust: SealedArchive.trust())
        #expect(report.codes(.failed) == ["issuer.bad-signature"])
    }

    @Test(arguments: ["", "\n", "DS1:\n", "DS1:%%%\n", "HC1:AB\n", "DS0:ABC\n"])
    func `a seal.txt that is no seal fails`(text: String) async throws {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        try archive.home.write(text, to: "bag/seal.txt")
        try balance(archive)
        let report = try SealedArchive.verify(folder, trust: nil)
        #expect(!report.isAccepted)
        #expect(report.blames("seal.txt"))
    }

    @Test func `a seal without its line break, or with more behind it, fails`() async throws {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        let text = try sealText(archive)
        for other in [text, text + "\n\n", text + " \n", " \(text)\n", text + "\r\n"] {
            try archive.home.write(other, to: "bag/seal.txt")
            try balance(archive)
            let report = try SealedArchive.verify(folder, trust: SealedArchive.trust())
            #expect(!report.isAccepted)
            #expect(report.blames("seal.txt"))
        }
    }

    @Test func `pictures that the list of materials does not know fail`() async throws {
        let archive = try await SealedArchive(seed: nil)
        let folder = try archive.unpack()
        let added = "data/materials/01-身份证明/03.jpg"
        try archive.home.write(FlatJPEG.gray(200), to: "bag/\(added)")
        try balance(archive)
        let report = try SealedArchive.verify(folder, trust: nil)
        #expect(report.codes(.passed).contains("bag.valid"))
        #expect(report.codes(.failed) == ["manifest.file-unlisted"])
        #expect(report.blames(added))
    }

    @Test func `pictures that differ from the list of materials fail`() async throws {
        let archive = try await SealedArchive(seed: nil)
        let folder = try archive.unpack()
        let changed = "data/materials/01-身份证明/01.jpg"
        let removed = "data/materials/01-身份证明/02.jpg"
        try archive.home.write(FlatJPEG.gray(200), to: "bag/\(changed)")
        try archive.home.remove("bag/\(removed)")
        try balance(archive)
        let report = try SealedArchive.verify(folder, trust: nil)
        #expect(report.codes(.passed).contains("bag.valid"))
        #expect(report.codes(.failed) == ["manifest.picture-changed", "manifest.picture-missing"])
        #expect(report.blames(changed) && report.blames(removed))
    }

    @Test(
        arguments: [
            (" {\"format\":\"dossier-manifest/1\"}", "manifest.not-canonical"),
            ("{\"format\":\"dossier-manifest/2\"}", "manifest.unknown-format"),
            ("[]", "manifest.unknown-format"), ("{", "manifest.malformed"),
            ("", "manifest.malformed"),
        ]
    )
    func `a manifest of another form fails`(text: String, code: String) async throws {
        let archive = try await SealedArchive(seed: nil)
        let folder = try archive.unpack()
        try archive.home.write(text, to: "bag/data/manifest.json")
        try balance(archive)
        let report = try SealedArchive.verify(folder, trust: nil)
        #expect(report.codes(.failed) == [code])
        #expect(report.blames("data/manifest.json"))
    }

    // MARK: The forger's tools

    private func sealText(_ archive: SealedArchive) throws -> String {
        let bytes = try archive.home.bytes(of: "bag/seal.txt")
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }

    /// Puts another name into the list of materials.
    private func rename(in archive: SealedArchive) throws {
        let bytes = try archive.home.bytes(of: "bag/data/manifest.json")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("试样甲"))
        let forged = text.split(separator: "试样甲", omittingEmptySubsequences: false)
            .joined(separator: "试样丙")
        try archive.home.write(forged, to: "bag/data/manifest.json")
    }

    /// Makes the bag's three manifests anew, so that they fit the files as they are.
    private func balance(_ archive: SealedArchive) throws {
        let home = archive.home
        let payload = try home.files(in: "bag").filter { $0.hasPrefix("data/") }
        let octets = try payload.reduce(0) { try $0 + home.bytes(of: "bag/\($1)").count }
        let info = String(decoding: try home.bytes(of: "bag/bag-info.txt"), as: UTF8.self)
        let id = DossierID(manifest: .of(try home.bytes(of: "bag/data/manifest.json")))
        let kept = info.split(separator: "\n").filter { !$0.hasPrefix("Payload-Oxum") }
            .map { $0.hasPrefix("External-Identifier") ? "External-Identifier: \(id)" : $0 }
        try home.write(
            kept.joined(separator: "\n") + "\nPayload-Oxum: \(octets).\(payload.count)\n",
            to: "bag/bag-info.txt"
        )
        try writeManifest("manifest-sha256.txt", of: payload, in: home)
        let tags = try home.files(in: "bag").filter {
            !$0.hasPrefix("data/") && !$0.hasPrefix("tagmanifest-")
        }
        try writeManifest("tagmanifest-sha256.txt", of: tags, in: home)
    }

    private func writeManifest(
        _ name: String,
        of files: [String],
        in home: TemporaryFolder
    ) throws {
        let sorted = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let lines = try sorted.map {
            "\(ContentHash.of(try home.bytes(of: "bag/\($0)")).hex)  \($0)\n"
        }
        try home.write(lines.joined(), to: "bag/\(name)")
    }
}
