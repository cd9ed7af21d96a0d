import CandidateFixtures
import Registration
import Sealing
import Testing

@testable import Casework

@Suite struct ReturnSlipTests {
    private static let outcomes = [
        SlipOutcome.returned(SampleSlip.items(5), answerBy: nil),
        .returned(SampleSlip.items(1), answerBy: SampleSlip.day), .accepted, SampleSlip.rejected,
    ]

    @Test(arguments: outcomes)
    func `A slip reads back as it was, and is its signer's alone`(outcome: SlipOutcome) throws {
        let slip = try SampleSlip.slip(outcome)
        let read = try ReturnSlip(parsing: slip.canonicalBytes())
        #expect(read == slip)
        #expect(read.content.outcome == outcome)
        #expect(read.isSealed(by: try SampleSlip.key().verifyingKey))
        #expect(!read.isSealed(by: try SampleSlip.key(1).verifyingKey))
    }

    @Test func `Every changed, removed and added byte is noticed`() throws {
        let bytes = try SampleSlip.slip().canonicalBytes()
        let office = try SampleSlip.key().verifyingKey
        let isAccepted = { (changed: [UInt8]) in
            (try? ReturnSlip(parsing: changed))?.isSealed(by: office) ?? false
        }
        #expect(isAccepted(bytes))
        var accepted: [String] = []
        for index in bytes.indices {
            for mask in [0x01, 0x20, 0x80] as [UInt8] {
                var changed = bytes
                changed[index] ^= mask
                if isAccepted(changed) { accepted.append("\(index) ^ \(mask)") }
            }
            var shorter = bytes
            shorter.remove(at: index)
            if isAccepted(shorter) { accepted.append("\(index) removed") }
            var longer = bytes
            longer.insert(UInt8(ascii: " "), at: index)
            if isAccepted(longer) { accepted.append("\(index) inserted") }
        }
        #expect(accepted.isEmpty)
    }

    @Test(arguments: [
        ("dossier-slip/1", "dossier-slip/2", SlipError.Code.format, "format"),
        ("\"revision\":1", "\"revision\":0", .member, "revision"),
        ("\"revision\":1", "\"revision\":\"1\"", .member, "revision"),
        ("\"revision\":1", "\"more\":1,\"revision\":1", .unknownMember, "more"),
        ("\"revision\":1", "\"张三\":1,\"revision\":1", .unknownMember, ""),
        ("\"region\":43", "\"region\":430", .member, "exam.region"),
        ("\"year\":2026", "\"year\":1999", .member, "exam.year"),
        ("\"stage\":\"site\"", "\"stage\":\"city\"", .member, "office.stage"),
        ("\"stage\":\"site\"", "\"stage\":\"site\",\"tel\":1", .unknownMember, "office.tel"),
        ("\"decision\":\"returned\"", "\"decision\":\"accepted\"", .contradiction, "items"),
        ("\"decision\":\"returned\"", "\"decision\":\"maybe\"", .member, "decision"),
        ("9901************19", "990101199001010019", .member, "candidate.maskedIdNumber"),
        ("2026-02-15", "2026-02-04", .contradiction, "answerBy"),
        ("2026-02-15", "2026-02-30", .member, "answerBy"),
        ("2026-02-05T08:00:00Z", "2026-02-05T08:60:00Z", .member, "time"),
        ("2026-02-05T08:00:00Z", "2026-02-05T08:00:00+00:00", .member, "time"),
        ("\"place\":1,", "", .contradiction, "items[0].sha256"),
        ("\"place\":1,", "\"place\":0,", .member, "items[0].place"),
        ("\"note\":\"\"", "\"note\":null", .member, "items[0].note"),
        ("\"title\":\"显示不全\"", "\"title\":\"\"", .member, "items[0].reason.title"),
        ("\"mend\":", "\"fix\":", .unknownMember, "items[0].reason.fix"),
        ("\"alg\":\"Ed25519\"", "\"alg\":\"none\"", .member, "seal"),
        ("\"seal\":", "\"seals\":", .unknownMember, "seals"),
        ("seq\\\":2", "seq\\\": 2", .chain, "lines[0]"),
        ("\\\"prev\\\":\\\"", "\\\"prev\\\":\\\"0", .chain, "lines[0]"),
        ("\"exam\":", " \"exam\":", .notCanonical, "slip"),
        ("\"exam\":", "\"exam\"", .notJSON, "slip"),
    ])
    func `What is not as it must be is named`(
        text: String,
        other: String,
        code: SlipError.Code,
        subject: String
    ) throws {
        let sound = String(decoding: try SampleSlip.slip().canonicalBytes(), as: UTF8.self)
        let range = try #require(sound.firstRange(of: text))
        var broken = sound
        broken.replaceSubrange(range, with: other)
        let error = #expect(throws: SlipError.self) {
            try ReturnSlip(parsing: Array(broken.utf8))
        }
        #expect(error?.code == code)
        #expect(error?.subject == subject)
    }

    @Test func `What is too large for a slip is not read`() {
        let bytes = [UInt8](repeating: 0x20, count: ReturnSlip.largestFile + 1)
        let error = #expect(throws: SlipError.self) { try ReturnSlip(parsing: bytes) }
        #expect(error?.code == .tooLarge)
    }

    @Test func `A dossier of another manifest contradicts it`() throws {
        let other = DossierID(manifest: .of([1])).description
        let sound = String(decoding: try SampleSlip.slip().canonicalBytes(), as: UTF8.self)
        let id = DossierID(manifest: SampleSlip.manifest).description
        let broken = sound.replacing("\"dossier\":\"\(id)\"", with: "\"dossier\":\"\(other)\"")
        let error = #expect(throws: SlipError.self) {
            try ReturnSlip(parsing: Array(broken.utf8))
        }
        #expect(error == SlipError(.contradiction, "dossier"))
    }

    @Test(arguments: [
        SlipOutcome.returned([], answerBy: nil),
        .returned(SampleSlip.items(1) + SampleSlip.items(1), answerBy: nil),
        .returned(SampleSlip.items(1), answerBy: SampleSlip.day - 1),
    ])
    func `What no slip may say is not sealed`(outcome: SlipOutcome) throws {
        #expect(throws: SlipError.self) {
            try ReturnSlip(SampleSlip.content(outcome), sealedBy: SampleSlip.key())
        }
    }

    @Test func `The lines follow the one before them and each other`() throws {
        let key = try SampleSlip.key()
        let sound = try SampleSlip.content(lines: SampleSlip.lines(3))
        #expect(try ReturnSlip(sound, sealedBy: key).content.lines.count == 3)
        var broken = [sound, sound, sound, sound]
        broken[0].lines = []
        broken[1].lines.remove(at: 1)
        broken[2].lines.swapAt(1, 2)
        broken[3].previous = .of([])
        let subjects = ["lines", "lines[1]", "lines[1]", "lines[0]"]
        for (content, subject) in zip(broken, subjects) {
            let error = #expect(throws: SlipError.self) {
                try ReturnSlip(content, sealedBy: key)
            }
            #expect(error == SlipError(.chain, subject))
        }
    }

    @Test(.enabled(if: JudgePython.has("cryptography", "jsonschema")), arguments: outcomes)
    func `Others find the signature good and the file as its schema says`(
        outcome: SlipOutcome
    ) throws {
        let home = try TemporaryFolder()
        let file = try home.write(SampleSlip.slip(outcome).canonicalBytes(), to: "slip.json")
        let key = try SampleSlip.key().verifyingKey.bytes.map { "\($0)" }.joined(separator: ",")
        let schema = "\(Repository.root)/Templates/Schemas/slip.schema.json"
        let script = """
            import base64, json, sys, jsonschema
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
            slip = json.load(open(sys.argv[1], encoding="utf-8"))
            schema = json.load(open(sys.argv[2], encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.Draft202012Validator(schema).validate(slip)
            seal = slip.pop("seal")
            # All names are ASCII and all numbers whole, so this is RFC 8785.
            text = json.dumps(slip, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            key = Ed25519PublicKey.from_public_bytes(bytes(map(int, sys.argv[3].split(","))))
            signature = base64.urlsafe_b64decode(seal["sig"] + "==")
            key.verify(signature, b"dossier-slip/1\\0" + text.encode())
            print("good")
            """
        let python = try #require(JudgePython.tool)
        #expect(try python.run(["-c", script, file, schema, key]) == "good\n")
    }
}
