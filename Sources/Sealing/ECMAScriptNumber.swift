/// Numbers as ECMAScript's `Number::toString` writes them (ECMA-262 6.1.6.1.20), as RFC 8785 demands.
enum ECMAScriptNumber {
    /// The shortest text that reads back as the number; nil if it is not finite.
    static func text(_ number: Double) -> String? {
        guard number.isFinite else { return nil }
        guard number != 0 else { return "0" }
        let (digits, point) = shortestDigits(of: number.magnitude)
        return (number < 0 ? "-" : "") + text(digits: digits, point: point)
    }

    /// The significant digits, and how many of them stand before the decimal point.
    ///
    /// Less than none stand there if zeros follow the point. Swift prints the shortest digits too,
    /// but sets the point by other rules.
    private static func shortestDigits(of number: Double) -> (digits: String, point: Int) {
        let parts = number.description.split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = mantissa[0].drop { $0 == "0" }
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        var digits = whole + fraction
        var point = whole.count + exponent
        if whole.isEmpty {
            let significant = fraction.drop { $0 == "0" }
            point -= fraction.count - significant.count
            digits = significant
        }
        while digits.last == "0" { digits.removeLast() }
        return (String(digits), point)
    }

    private static func text(digits: String, point: Int) -> String {
        let count = digits.count  // at most 17: no double needs more
        switch point {
        case count...21:
            return digits + String(repeating: "0", count: point - count)
        case 1...21:
            return digits.prefix(point) + "." + digits.dropFirst(point)
        case -5...0:
            return "0." + String(repeating: "0", count: -point) + digits
        default:
            let exponent = point - 1
            let fraction = count > 1 ? "." + digits.dropFirst() : ""
            return digits.prefix(1) + fraction + (exponent < 0 ? "e-" : "e+")
                + String(exponent.magnitude)
        }
    }
}
