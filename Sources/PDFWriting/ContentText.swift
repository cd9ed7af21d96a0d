/// Text of a content stream, put together as bytes: a page has thousands of numbers.
struct ContentText: ExpressibleByStringInterpolation {
    /// A number with at most three decimals: a thousandth of a point is far below any printer's dot.
    struct Number {
        let thousandths: Int

        init(_ value: Double) { thousandths = Int((value * 1000).rounded()) }

        private init(thousandths: Int) { self.thousandths = thousandths }

        var negated: Self { Self(thousandths: -thousandths) }
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 8 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { bytes += literal.utf8 }

        mutating func appendInterpolation(_ text: String) { bytes += text.utf8 }

        mutating func appendInterpolation(_ text: ContentText) { bytes += text.bytes }

        mutating func appendInterpolation(_ ascii: [UInt8]) { bytes += ascii }

        mutating func appendInterpolation(_ number: Int) {
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            bytes.append(digitsOf: number.magnitude)
        }

        mutating func appendInterpolation(_ number: Number) {
            if number.thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
            var (whole, rest) = number.thousandths.magnitude.quotientAndRemainder(
                dividingBy: 1000
            )
            bytes.append(digitsOf: whole)
            guard rest > 0 else { return }
            bytes.append(UInt8(ascii: "."))
            var unit: UInt = 100
            while rest > 0 {
                (whole, rest) = rest.quotientAndRemainder(dividingBy: unit)
                bytes.append(digitsOf: whole)
                unit /= 10
            }
        }
    }

    let bytes: [UInt8]

    init(stringLiteral value: String) { bytes = Array(value.utf8) }

    init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }
}

extension [UInt8] {
    /// Appends a number in decimal digits.
    mutating func append(digitsOf number: UInt) {
        if number > 9 { append(digitsOf: number / 10) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
