import FormLayout
import Review

/// Digits as people and spreadsheets write them.
enum WrittenNumber {
    /// Whether a spreadsheet has made 4.30106E+17 of a long number.
    static func isShortened(_ text: String) -> Bool {
        guard text.unicodeScalars.contains(where: { $0 == "+" || $0 == "＋" }) else { return false }
        let parts = WidthFolding.narrow(text).uppercased().split(
            separator: "E+",
            omittingEmptySubsequences: false
        )
        guard parts.count == 2, isDigits(parts[1]), parts[1].utf8.count <= 3 else { return false }
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(mantissa.count) && mantissa[0].utf8.count == 1
            && mantissa.allSatisfy(isDigits)
    }

    /// A number of digits alone.
    static func digits(_ text: String) -> Reading {
        let number = WidthFolding.narrow(text).filter { $0 != " " }
        guard isDigits(number) else { return Reading(Mistake(.number)) }
        return Reading(number, isRounded(number) ? [Mistake(.roundNumber, .warning)] : [])
    }

    /// A telephone number.
    static func phone(_ text: String) -> Reading {
        let number = WidthFolding.narrow(text)
        let count = number.utf8.count { (0x30...0x39).contains($0) }
        let isPhone = number.allSatisfy { ($0.isASCII && $0.isNumber) || "+-() #*转".contains($0) }
        guard isPhone, (5...20).contains(count) else { return Reading(Mistake(.phone)) }
        return Reading(number)
    }

    /// The number of an identity document; a citizen's number is proved.
    static func document(_ text: String) -> Reading {
        let number = WidthFolding.narrow(text).filter { $0 != " " }.uppercased()
        let isNumber = number.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
        guard isNumber, number.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
            return Reading(Mistake(.idNumber))
        }
        guard isDigits(number.dropLast()), number.utf8.count >= 14 else { return Reading(number) }
        return citizen(number)
    }

    private static func citizen(_ number: String) -> Reading {
        do {
            return Reading(try CitizenNumber(number).text)
        } catch {
            switch error {
            // An old number of 15 digits has no check digit.
            case .form where number.utf8.count == 15 && isDigits(number): return Reading(number)
            case .form: return Reading(number, [Mistake(.idLength, .warning)])
            case _ where isRounded(number): return Reading(Mistake(.longNumber))
            case .birthday: return Reading(number, [Mistake(.idBirthday, .warning)])
            case .checkDigit: return Reading(number, [Mistake(.idCheck, .warning)])
            }
        }
    }

    /// Spreadsheets keep fifteen digits, and write zeros for the others.
    private static func isRounded(_ number: String) -> Bool {
        number.utf8.count >= 18 && number.utf8.dropFirst(15).allSatisfy { $0 == 0x30 }
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
