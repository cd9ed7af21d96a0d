import CQREncode

/// Finds the mask under which a code is read best (ISO/IEC 18004:2015, 7.8.3).
struct MaskChoice {
    /// The code under it; of equals, under the first.
    let best: ModuleLines

    /// Weighs all masks of a code that the library has drawn under the first.
    init(_ code: QRcode, _ correction: QRMatrix.ErrorCorrection) {
        let side = Int(unsafe code.width)
        let cells = unsafe UnsafeBufferPointer(start: code.data, count: side * side)
        var data = ModuleLines(side: side)
        var plain = ModuleLines(side: side)
        for row in 0..<side {
            for column in 0..<side {
                let cell = unsafe cells[row * side + column]
                plain[row, column] = cell & Self.dark != 0
                data[row, column] = cell & Self.notData == 0
            }
        }
        plain.invert(CodeMask(number: 0).pattern(side: side), in: data)

        var (best, least) = (plain, Int.max)
        for mask in CodeMask.allCases {
            var code = plain
            code.invert(mask.pattern(side: side), in: data)
            FormatInformation(correction, mask).write(to: &code)
            let points = MaskPenalty.points(of: code)
            if points < least { (best, least) = (code, points) }
        }
        self.best = best
    }

    // Bits of a cell, as the library's header lists them.
    private static let dark: UInt8 = 0x01
    private static let notData: UInt8 = 0x80
}
