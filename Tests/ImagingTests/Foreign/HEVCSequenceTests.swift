import Imaging
import Testing

struct HEVCSequenceTests {
    @Test(arguments: [(64, 64), (65_535, 65_535), (12_001, 8)])
    func `The size that the coded picture claims counts`(width: Int, height: Int) {
        let file = heif(sequence(width: width, height: height))
        let error = #expect(throws: ImagingError.self) { try decodeForeign(file) }
        // There is no picture in the file, so the small one ends as late as in the decoder.
        #expect(error?.code == (width == 64 ? .notDecoded : .overLimit))
    }

    @Test func `A parameter set that ends early is damage`() {
        let file = heif(Array(sequence(width: 64, height: 64).prefix(9)))
        let error = #expect(throws: ImagingError.self) { try decodeForeign(file) }
        #expect(error?.code == .damaged)
    }

    /// H.265, 7.3.2.2, up to the height: zeros for the profile, one layer below the whole.
    private func sequence(width: Int, height: Int) -> [UInt8] {
        // Four bits of a number, three for the layers, one flag, then profile, tier and level.
        var bits = "0000" + "001" + "1" + String(repeating: "0", count: 96)
        // The layer has a level of its own, and the room for seven others is left.
        bits += "01" + String(repeating: "00", count: 7) + "01011101"
        bits += code(0) + code(1) + code(width) + code(height)
        bits += String(repeating: "0", count: 8 - bits.count % 8)
        var bytes: [UInt8] = [0x42, 0x01]
        var rest = Substring(bits)
        while !rest.isEmpty {
            // Two zeros are followed by a 3 wherever a start code could be seen.
            if bytes.suffix(2) == [0, 0] { bytes.append(3) }
            bytes.append(UInt8(rest.prefix(8), radix: 2) ?? 0)
            rest = rest.dropFirst(8)
        }
        return bytes
    }

    /// Exp-Golomb: as many zeros as there are bits behind the first one.
    private func code(_ value: Int) -> String {
        let digits = String(value + 1, radix: 2)
        return String(repeating: "0", count: digits.count - 1) + digits
    }

    private func heif(_ unit: [UInt8]) -> [UInt8] {
        let array = [0xA1] + big(1, 2) + big(unit.count, 2) + unit
        let configuration = Array(repeating: 0 as UInt8, count: 22) + [1] + array
        let size = big(0, 4) + big(64, 4) + big(64, 4)
        let properties = box("ispe", size) + box("hvcC", configuration)
        return box("ftyp", Array("heic".utf8) + big(0, 4))
            + box("meta", big(0, 4) + box("iprp", box("ipco", properties)))
    }

    private func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
        big(content.count + 8, 4) + Array(type.utf8) + content
    }
}
