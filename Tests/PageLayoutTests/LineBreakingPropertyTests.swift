import PageLayout
import Testing

/// A generator with a seed, so that a failure can be had again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

struct LineBreakingPropertyTests {
    private static let alphabet: [Character] = Array(
        "医师资格考试报名𠮷䶮，。、；：？！（）《》“”‘’…—·%abcXYZ0189 .,()-/[]\u{301}👩‍⚕️🇨🇳é　"
    )

    @Test func `Joining the lines gives the text back, and each line fits`() {
        var random = SeededGenerator(seed: 20_260_101)
        for _ in 0..<500 {
            let length = Int.random(in: 0...60, using: &random)
            let text = String(
                (0..<length).compactMap { _ in Self.alphabet.randomElement(using: &random) }
            )
            let ems = Double(Int.random(in: 1...24, using: &random)) / 2
            let lines = LineBreaking(ems: ems).lines(of: text)
            #expect(
                lines.joined().unicodeScalars.elementsEqual(text.unicodeScalars),
                "\(text) at \(ems)"
            )
            for line in lines where line.count > 1 {
                let inked = String(line.reversed().drop { $0 == " " }.reversed())
                let width = HalfWidthLatin().width(of: inked, in: HalfWidthLatin.style)
                #expect(width <= ems + 1e-6 || inked.count <= 1, "\(line) at \(ems)")
            }
        }
    }

    @Test func `No line of random bracketed words starts or ends with the wrong mark`() {
        let words = ["医", "资格", "Dr", "2026", "abcdefghijklm", "试"]
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let text = (0..<20).map { _ in
                let opening = ["", "", "（", "“", "《"].randomElement(using: &random) ?? ""
                let closing = ["", "", "）", "。", "”，"].randomElement(using: &random) ?? ""
                return opening + (words.randomElement(using: &random) ?? "") + closing
            }.joined()
            let ems = Double(Int.random(in: 10...30, using: &random)) / 2
            let lines = LineBreaking(ems: ems).lines(of: text)
            #expect(lines.joined() == text)
            for line in lines.dropFirst() {
                #expect(!"）。”，".contains(line.first ?? "。"), "\(lines) at \(ems)")
            }
            for line in lines.dropLast() {
                #expect(!"（“《".contains(line.last ?? "（"), "\(lines) at \(ems)")
            }
        }
    }

    @Test func `Line feeds come back when the lines are joined by them`() {
        let text = "甲乙\n\n丙，丁\n"
        #expect(LineBreaking(ems: 10).lines(of: text).joined(separator: "\n") == text)
    }
}
