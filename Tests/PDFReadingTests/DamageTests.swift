import CandidateFixtures
import PDFReading
import Testing

/// Whatever happens to a file, reading it ends soon, with a result or a refusal.
@Suite struct DamageTests {
    static let files: [(String, [UInt8])] = [
        (
            "table",
            RawPDF(
                content: "q 1 0 0 1 5 5 cm 0 0 10 10 re f Q BT /F 9 Tf (abc) Tj ET /X Do",
                page: "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>",
                more: [
                    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                    RawPDF.stream("0 0 m 9 9 l S", "/Subtype/Form/BBox[0 0 50 50]"),
                    "<</F(a)/UF<FEFF0061>/EF<</F 8 0 R>>>>",
                    RawPDF.stream("abc", "/Type/EmbeddedFile"),
                ],
                catalog: "/AF[7 0 R]/Names<</EmbeddedFiles<</Names[(a)7 0 R]>>>>"
            ).bytes
        ),
        ("streams", CompactFileTests.raw.compact(packing: [(5, "[0 0 30 40]"), (6, "14")])),
    ]

    @Test(arguments: files)
    func `every byte changed in turn does no harm`(name: String, file: [UInt8]) {
        let whole = refusal(of: file)
        #expect(whole == nil)
        var slowest = Duration.zero
        var refused = 0
        for place in file.indices {
            for bit in [0x01, 0x10, 0x80] as [UInt8] {
                var damaged = file
                damaged[place] ^= bit
                let time = ContinuousClock().measure {
                    if refusal(of: damaged) != nil { refused += 1 }
                }
                slowest = max(slowest, time)
            }
        }
        #expect(slowest < .seconds(2))
        // Most bytes carry the structure: to change one is to break it.
        #expect(refused > file.count)
    }

    @Test func `a dossier cut off anywhere is refused, and one with a byte changed does no harm`()
        async throws
    {
        let file = try await PackedDossier(SmallCandidate()).pdf
        for part in 0..<50 {
            let cut = file.prefix(file.count * part / 50)
            let found = refusal(of: Array(cut))
            #expect(found != nil)
        }
        var state = 42 as UInt64
        for _ in 0..<500 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var damaged = file
            damaged[Int(state >> 33) % file.count] ^= UInt8(truncatingIfNeeded: state >> 25) | 1
            let time = ContinuousClock().measure { _ = refusal(of: damaged) }
            #expect(time < .seconds(2))
        }
    }
}
