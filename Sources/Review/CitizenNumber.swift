public import Registration

/// The 18 characters of a citizen's identity number (GB 11643): region, birthday, order, check.
public struct CitizenNumber: Hashable, Sendable {
    /// Why a text is not such a number.
    public enum Fault: Error, Hashable, Sendable {
        /// Not 17 digits and a digit or X.
        case form
        /// The eight digits in the middle are no day.
        case birthday
        /// The last character does not follow from the others: something was mistyped.
        case checkDigit
    }

    /// The number, with a capital X.
    public let text: String
    /// The birthday that the number states.
    public let birthday: PartialDate

    /// Reads a number and proves its check character (ISO/IEC 7064, MOD 11-2).
    ///
    /// - Parameter text: 18 characters; a small x is taken for a capital one.
    /// - Throws: What is wrong with it, without the number itself.
    public init(_ text: some StringProtocol) throws(Fault) {
        let characters = Array(text.uppercased().utf8)
        let digits = characters.prefix(17).compactMap { character -> Int? in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) ? Int(character) - 48 : nil
        }
        let checks = Array("10X98765432".utf8)
        guard characters.count == 18, digits.count == 17, checks.contains(characters[17]) else {
            throw .form
        }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        guard
            let day = PartialDate(
                year: number(6..<10),
                month: number(10..<12),
                day: number(12..<14)
            )
        else { throw .birthday }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard checks[sum % 11] == characters[17] else { throw .checkDigit }
        self.text = String(decoding: characters, as: UTF8.self)
        birthday = day
    }
}
