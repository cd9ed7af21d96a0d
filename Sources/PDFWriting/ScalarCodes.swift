/// The codes of characters, found without a search: a page looks up each of its characters.
final class ScalarCodes {
    /// At least twice as many as there are characters; each stands at its place or at the next free one.
    private let slots: [Slot]
    private let shift: UInt32

    private struct Slot {
        /// None is so high.
        var scalar = UInt32.max
        var code: UInt16 = 0
        var isBorrowed = false
    }

    /// States the codes of characters, each once.
    init(_ scalars: [Unicode.Scalar], codes: [UInt16], borrowed: [Bool]) {
        let bits = max(1, Int.bitWidth - (2 * scalars.count).leadingZeroBitCount)
        let shift = UInt32(32 - bits)
        var slots = Array(repeating: Slot(), count: 1 << bits)
        for (index, scalar) in scalars.enumerated() {
            let place = Self.place(of: scalar, in: slots, shift)
            slots[place].scalar = scalar.value
            slots[place].code = codes[index]
            slots[place].isBorrowed = borrowed[index]
        }
        self.slots = slots
        self.shift = shift
    }

    /// The code of a character; nil if it has none.
    subscript(scalar: Unicode.Scalar) -> UInt16? { glyph(of: scalar)?.code }

    /// The code of a character, and whether the glyph is another character's too, which its code stands for.
    func glyph(of scalar: Unicode.Scalar) -> (code: UInt16, isBorrowed: Bool)? {
        let slot = slots[Self.place(of: scalar, in: slots, shift)]
        return slot.scalar == scalar.value ? (slot.code, slot.isBorrowed) : nil
    }

    /// The place of a character, or of the slot that is free for it.
    private static func place(of scalar: Unicode.Scalar, in slots: [Slot], _ shift: UInt32) -> Int {
        var place = Int((scalar.value &* 0x9E37_79B1) >> shift)
        while slots[place].scalar != scalar.value, slots[place].scalar != .max {
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }
}
