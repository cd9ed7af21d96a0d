/// Small Roman numerals, with which pages before the first are counted.
enum RomanNumeral {
    private static let letters = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
        (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]

    /// A number from 1 on.
    static func text(of number: Int) -> String {
        var (rest, text) = (number, "")
        for (value, letter) in letters {
            while rest >= value {
                text += letter
                rest -= value
            }
        }
        return text
    }
}
