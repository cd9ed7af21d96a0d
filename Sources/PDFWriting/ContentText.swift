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
            bytes.append(number)
        }
    }

    let bytes: [UInt8]

    init(stringLiteral value: String) { bytes = Array(value.utf8) }

    init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }
}

extension [UInt8] {
    /// Appends text that is written in the program.
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe append(contentsOf: $0) }
    }
}
