import Testing

@testable import QRCodes

@Suite struct MaskChoiceTests {
    /// The library weighs the masks too, module by module: an independent judge of our choice.
    @Test(arguments: QRMatrix.ErrorCorrection.allCases)
    func `The modules are those of the library's own choice`(
        correction: QRMatrix.ErrorCorrection
    ) throws {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
        var random = Steps(state: 7)
        var versions: Set<Int> = []
        for length in 1...400 {
            // Digits, the alphanumeric set and bytes take turns; the longest exceed 64 modules.
            let letters = [Array("0123456789"), alphabet, Array("aä医\u{1}")][length % 3]
            let text = String((0..<length).map { _ in letters[random.next(letters.count)] })
            let chosen = try QRMatrix(encoding: text, errorCorrection: correction)
            #expect(try chosen == QRMatrix(libraryEncoding: text, correction))
            versions.insert(chosen.version)
        }
        #expect(versions.isSuperset(of: 1...12))
    }

    /// ISO/IEC 18004:2015, table C.1: each of the 32 sequences under the standard's pattern.
    @Test(arguments: [
        (QRMatrix.ErrorCorrection.medium, 0, 0x5412), (.medium, 5, 0x40CE), (.low, 0, 0x77C4),
        (.low, 7, 0x6976), (.high, 0, 0x1689), (.high, 7, 0x083B), (.quartile, 0, 0x355F),
        (.quartile, 6, 0x2EDA), (.quartile, 7, 0x2BED),
    ])
    func `The format information is the standard's`(
        correction: QRMatrix.ErrorCorrection,
        mask: Int,
        bits: UInt32
    ) {
        #expect(FormatInformation(correction, CodeMask(number: mask)).bits == bits)
    }

    @Test(arguments: [
        ("1010101", 0), ("11110000", 0), ("11111", 3), ("00000", 3), ("1111110", 4),
        ("0000011111", 6), ("1000000001", 6), ("111111111111111111111", 19),
    ])
    func `Five modules of a colour earn three points and each more another one`(
        line: String,
        points: Int
    ) {
        #expect(MaskPenalty.runs(in: bits(line), side: line.count) == points)
    }

    /// Beyond the ends lies the quiet zone, which is light.
    @Test(arguments: [
        ("1011101", 1), ("10111010000", 1), ("00001011101", 1), ("1010111010001", 0),
        ("10000101110101", 1), ("1000101110100001", 1), ("10001011101", 1), ("11011101", 0),
        ("10111011", 0), ("1011001101", 0), ("11001111110011", 1),
        ("10011001111110011000000001", 1), ("1001100111111001100000001", 0),
        ("111000111111111000111", 1), ("101110100001011101", 2),
    ])
    func `A cut like that of a finder pattern beside light earns forty points`(
        line: String,
        cuts: Int
    ) {
        #expect(MaskPenalty.finderLike(in: bits(line), side: line.count) == 40 * cuts)
    }

    private func bits(_ line: String) -> UInt64 {
        line.reversed().reduce(0) { $0 << 1 | ($1 == "1" ? 1 : 0) }
    }

    /// A sequence that looks like chance and is the same each time.
    struct Steps {
        var state: UInt64

        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }
}
