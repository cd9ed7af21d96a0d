/// The picture size in a sequence parameter set of HEVC (ITU-T H.265, 7.3.2.2).
///
/// Decoders make room for this size, whatever the boxes around it say.
struct HEVCSequence {
    let width: Int
    let height: Int

    /// Reads a NAL unit with its header of two bytes; nil if it ends early.
    init?(_ unit: [UInt8]) {
        var bits = Bits(unit.dropFirst(2))
        guard bits.skip(4), let layers = bits.read(3), bits.skip(1),
            Self.skipProfile(&bits, layers: layers), bits.readCode() != nil,
            let chroma = bits.readCode(), chroma != 3 || bits.skip(1),
            let width = bits.readCode(), let height = bits.readCode()
        else { return nil }
        self.width = width
        self.height = height
    }

    /// The profile, tier and level, of the whole and of its lower layers (7.3.3).
    private static func skipProfile(_ bits: inout Bits, layers: Int) -> Bool {
        guard bits.skip(96) else { return false }
        guard layers > 0 else { return true }
        var lengths = 0
        for _ in 0..<layers {
            guard let hasProfile = bits.read(1), let hasLevel = bits.read(1) else { return false }
            lengths += hasProfile * 88 + hasLevel * 8
        }
        return bits.skip((8 - layers) * 2 + lengths)
    }
}

extension HEVCSequence {
    /// Bits, most significant first, without the bytes that prevent false start codes.
    private struct Bits {
        private var bytes: [UInt8] = []
        private var position = 0

        init(_ unit: ArraySlice<UInt8>) {
            var zeros = 0
            for byte in unit {
                if zeros >= 2, byte == 3 {
                    zeros = 0
                    continue
                }
                zeros = byte == 0 ? zeros + 1 : 0
                bytes.append(byte)
            }
        }

        mutating func skip(_ count: Int) -> Bool {
            position += count
            return position <= bytes.count * 8
        }

        mutating func read(_ count: Int) -> Int? {
            guard position + count <= bytes.count * 8 else { return nil }
            var value = 0
            for _ in 0..<count {
                value = value << 1 | Int(bytes[position >> 3] >> UInt8(7 - position & 7) & 1)
                position += 1
            }
            return value
        }

        /// An unsigned number of the Exp-Golomb code (9.2), of 32 bits at most.
        mutating func readCode() -> Int? {
            var zeros = 0
            while let bit = read(1) {
                if bit == 1 { return read(zeros).map { $0 + (1 << zeros) - 1 } }
                zeros += 1
                guard zeros <= 32 else { return nil }
            }
            return nil
        }
    }
}
