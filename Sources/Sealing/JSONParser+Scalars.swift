extension JSONParser {
    /// Reads a string, from quote to quote.
    mutating func string() throws(JSONError) -> String {
        let start = index
        let text = try characters()
        guard Self.isStreamSafe(text) else { throw JSONError(.combiningMarks, at: start) }
        return text
    }

    /// Whether no letter bears more than thirty marks (Unicode Standard Annex 15, stream-safe text).
    private static func isStreamSafe(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return true }
        var marks = 0
        for scalar in text.unicodeScalars {
            // Below U+0300 nothing combines, nor do Chinese characters.
            let mayCombine = scalar.value >= 0x300 && !(0x3400...0x9FFF).contains(scalar.value)
            let isMark = mayCombine && scalar.properties.canonicalCombiningClass != .notReordered
            marks = isMark ? marks + 1 : 0
            if marks > 30 { return false }
        }
        return true
    }

    private mutating func characters() throws(JSONError) -> String {
        index += 1
        var text = ""
        var start = index
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                let rest = String(decoding: bytes[start..<index], as: UTF8.self)
                index += 1
                return text.isEmpty ? rest : text + rest
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[start..<index], as: UTF8.self)
                text.unicodeScalars.append(try escape())
                start = index
            case 0..<0x20:
                throw JSONError(.controlCharacter, at: index)
            default:
                index += 1
            }
        }
        throw JSONError(.unexpectedEnd, at: index)
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = index
        index += 1
        guard let letter = next else { throw JSONError(.unexpectedEnd, at: index) }
        index += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar(escapedAt: start)
        default: throw JSONError(.invalidEscape, at: start)
        }
    }

    private mutating func scalar(escapedAt start: Int) throws(JSONError) -> Unicode.Scalar {
        let first = try fourDigits(escapedAt: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw JSONError(.loneSurrogate, at: start)
        }
        let second = try fourDigits(escapedAt: index - 2)
        guard UTF16.isTrailSurrogate(second) else { throw JSONError(.loneSurrogate, at: start) }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private mutating func fourDigits(escapedAt start: Int) throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw JSONError(.unexpectedEnd, at: index) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw JSONError(.invalidEscape, at: start)
            }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }

    /// Reads a number by JSON's grammar, which is narrower than Swift's.
    mutating func number() throws(JSONError) -> JSONValue {
        let start = index
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits(of: start) }
        if take(UInt8(ascii: ".")) { try digits(of: start) }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits(of: start)
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard let number = Double(text), number.isFinite else {
            throw JSONError(.numberOutOfRange, at: start)
        }
        return JSONValue(number)
    }

    private mutating func digits(of start: Int) throws(JSONError) {
        let first = index
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        guard index > first else {
            throw JSONError(next == nil ? .unexpectedEnd : .malformedNumber, at: index)
        }
    }
}
