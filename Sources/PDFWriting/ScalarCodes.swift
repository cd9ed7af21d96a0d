/// The codes of characters, found by halving: a form is too short for a table to be worth its while.
struct ScalarCodes {
    private let scalars: [Unicode.Scalar]
    /// As many as there are characters; of a borrowed glyph the number is less than 0.
    private let numbers: [Int32]

    /// States the codes of characters, each once.
    init(_ scalars: [Unicode.Scalar], codes: [UInt16], borrowed: [Bool]) {
        let numbers = zip(codes, borrowed).map { code, isBorrowed in
            isBorrowed ? ~Int32(code) : Int32(code)
        }
        // Those that are typed into fields come with the commonest first.
        guard zip(scalars, scalars.dropFirst()).contains(where: { $0 > $1 }) else {
            (self.scalars, self.numbers) = (scalars, numbers)
            return
        }
        let order = scalars.indices.sorted { scalars[$0] < scalars[$1] }
        self.scalars = order.map { scalars[$0] }
        self.numbers = order.map { numbers[$0] }
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
