/// The codes of characters, found by halving: a form is too short for a table to be worth its while.
struct ScalarCodes {
    private let scalars: [Unicode.Scalar]
    /// As many as there are characters; of a borrowed glyph the number is less than 0.
    private let numbers: [Int32]

    /// States codes of characters that are in Unicode's order.
    init(_ scalars: [Unicode.Scalar], codes: [UInt16], borrowed: [Bool]) {
        self.scalars = scalars
        numbers = zip(codes, borrowed).map { code, isBorrowed in
            isBorrowed ? ~Int32(code) : Int32(code)
        }
    }

    /// The code of a character; nil if it has none.
    subscript(scalar: Unicode.Scalar) -> UInt16? { glyph(of: scalar)?.code }

    /// The code of a character, and whether the glyph is another character's too, which its code stands for.
    func glyph(of scalar: Unicode.Scalar) -> (code: UInt16, isBorrowed: Bool)? {
        var low = 0
        var high = scalars.count
        while low < high {
            let middle = (low + high) / 2
            if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < scalars.count, scalars[low] == scalar else { return nil }
        let number = numbers[low]
        return (UInt16(truncatingIfNeeded: number < 0 ? ~number : number), number < 0)
    }
}
