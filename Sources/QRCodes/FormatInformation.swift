/// The fifteen modules that say how a code corrects errors and what mask its data lie under, twice
/// (ISO/IEC 18004:2015, 7.9.1).
struct FormatInformation: Hashable {
    /// The bits, the least one first in the row of the upper right finder pattern.
    let bits: UInt32

    /// Two bits of correction and three of mask, ten of the BCH code, and the standard's pattern over all.
    init(_ correction: QRMatrix.ErrorCorrection, _ mask: CodeMask) {
        let level: UInt32 =
            switch correction {
            case .low: 0b01
            case .medium: 0b00
            case .quartile: 0b11
            case .high: 0b10
            }
        let data = level << 3 | UInt32(mask.number)
        var rest = data << 10
        for place in stride(from: 14, through: 10, by: -1) where rest >> UInt32(place) & 1 == 1 {
            rest ^= 0b101_0011_0111 << UInt32(place - 10)
        }
        bits = (data << 10 | rest) ^ 0b101_0100_0001_0010
    }

    /// Writes both copies over what stands in their places.
    func write(to lines: inout ModuleLines) {
        let side = lines.side
        for place in 0..<15 {
            let isDark = bits >> UInt32(place) & 1 == 1
            if place < 8 {
                lines[8, side - 1 - place] = isDark
                lines[place < 6 ? place : place + 1, 8] = isDark
            } else {
                lines[side - 15 + place, 8] = isDark
                lines[8, place == 8 ? 7 : 14 - place] = isDark
            }
        }
    }
}
