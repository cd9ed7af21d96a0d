import CQREncode

/// Finds the mask under which a code is read best (ISO/IEC 18004:2015, 7.8.3).
struct MaskChoice {
    /// The code under it; of equals, under the first.
    let best: ModuleLines

    /// Weighs all masks of a code that the library has drawn under the first.
    init(_ code: QRcode, _ correction: QRMatrix.ErrorCorrection) {
        let side = Int(unsafe code.width)
        let cells = unsafe UnsafeBufferPointer(start: code.data, count: side * side)
        let data = ModuleLines(side: side) { row, column in
            unsafe cells[row * side + column] & Self.notData == 0
        }
        var plain = ModuleLines(side: side) { row, column in
            unsafe cells[row * side + column] & Self.dark != 0
        }
        plain.invert(CodeMask(number: 0).pattern, in: data)

        var (best, least) = (plain, Int.max)
        for mask in CodeMask.allCases {
            var code = plain
            code.invert(mask.pattern, in: data)
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
