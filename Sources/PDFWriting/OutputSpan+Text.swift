// Text put where there is surely room for it: a page has thousands of numbers, and asking for room before
// each of their digits would cost more than the digits.
extension OutputSpan<UInt8> {
    /// The most characters that a number has.
    static var mostDigits: Int { 24 }

    /// Appends text that is written in the program.
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes in
            for place in bytes.indices { append(unsafe bytes[place]) }
        }
    }

    mutating func append(_ bytes: [UInt8]) { for byte in bytes { append(byte) } }

    /// Appends a number in decimal digits.
    mutating func append(digitsOf number: UInt) {
        if number > 99 { append(digitsOf: number / 100) }
        if number > 9 { append(digit: number / 10 % 10) }
        append(digit: number % 10)
    }

    /// Appends a number with the decimals that it needs.
    mutating func append(_ number: ContentText.Number) {
        if number.thousandths < 0 { append(UInt8(ascii: "-")) }
        let (whole, rest) = number.thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        append(digitsOf: whole)
        guard rest > 0 else { return }
        append(UInt8(ascii: "."))
        append(digit: rest / 100)
        guard rest % 100 > 0 else { return }
        append(digit: rest / 10 % 10)
        guard rest % 10 > 0 else { return }
        append(digit: rest % 10)
    }

    /// Appends four capital hexadecimal digits.
    mutating func append(fourHexDigits unit: UInt16) {
        append(hexDigit: UInt8(unit >> 12))
        append(hexDigit: UInt8(unit >> 8 & 15))
        append(hexDigit: UInt8(unit >> 4 & 15))
        append(hexDigit: UInt8(unit & 15))
    }

    /// Appends a capital hexadecimal digit.
    mutating func append(hexDigit digit: UInt8) {
        append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
    }

    private mutating func append(digit: UInt) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
    }
}

extension [UInt8] {
    /// Appends a number in decimal digits.
    mutating func append(digitsOf number: UInt) {
        append(addingCapacity: OutputSpan<UInt8>.mostDigits) { $0.append(digitsOf: number) }
    }

    /// Appends a number with the decimals that it needs.
    mutating func append(_ number: ContentText.Number) {
        append(addingCapacity: OutputSpan<UInt8>.mostDigits) { $0.append(number) }
    }

    /// Appends four capital hexadecimal digits.
    mutating func append(fourHexDigits unit: UInt16) {
        append(addingCapacity: 4) { $0.append(fourHexDigits: unit) }
    }
}
