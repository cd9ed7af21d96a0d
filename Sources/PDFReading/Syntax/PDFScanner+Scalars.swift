extension PDFScanner {
    /// Reads a name from its slash on.
    mutating func name() throws(PDFReadingError) -> String {
        index += 1
        let run = regularRun()
        let hash = UInt8(ascii: "#")
        let plain = bytes(in: run)
        guard plain.contains(hash) else { return String(decoding: plain, as: UTF8.self) }
        var decoded: [UInt8] = []
        var place = run.lowerBound
        while place < run.upperBound {
            guard self[place] == hash else {
                decoded.append(self[place])
                place += 1
                continue
            }
            guard place + 2 < run.upperBound, let high = self[place + 1].hexDigit,
                let low = self[place + 2].hexDigit
            else { throw fault(.badSyntax) }
            decoded.append(high << 4 | low)
            place += 3
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Reads a string of hexadecimal digits, an odd last one followed by 0.
    mutating func hexString() throws(PDFReadingError) -> [UInt8] {
        index += 1
        var result: [UInt8] = []
        var high: UInt8?
        while let byte = next {
            index += 1
            if let digit = byte.hexDigit {
                if let first = high {
                    result.append(first << 4 | digit)
                    high = nil
                } else {
                    high = digit
                }
            } else if byte == UInt8(ascii: ">") {
                if let high { result.append(high << 4) }
                return result
            } else if !byte.isPDFSpace {
                throw fault(.badSyntax)
            }
        }
        throw fault(.badSyntax)
    }

    /// Reads a string in brackets, which may hold others in pairs.
    mutating func literalString() throws(PDFReadingError) -> [UInt8] {
        index += 1
        var result: [UInt8] = []
        var open = 1
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\\"):
                if let escaped = try escape() { result.append(escaped) }
                continue
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"):
                open -= 1
                if open == 0 { return result }
            case 0x0D:
                // Every end of a line in a string counts as a line feed.
                if next == 0x0A { index += 1 }
                result.append(0x0A)
                continue
            default: break
            }
            result.append(byte)
        }
        throw fault(.badSyntax)
    }

    private mutating func escape() throws(PDFReadingError) -> UInt8? {
        guard let byte = next else { throw fault(.badSyntax) }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case 0x0A: return nil
        case 0x0D:
            if next == 0x0A { index += 1 }
            return nil
        case 0x30...0x37:
            var value = Int(byte) - 0x30
            for _ in 0..<2 {
                guard let digit = next, 0x30...0x37 ~= digit else { break }
                value = value << 3 | (Int(digit) - 0x30)
                index += 1
            }
            return UInt8(truncatingIfNeeded: value)
        default: return byte
        }
    }

    /// Reads a number; two whole ones and an `R` are a reference.
    mutating func numberOrReference() throws(PDFReadingError) -> PDFValue {
        let start = index
        let first = try numeral()
        guard readsReferences, case .integer(let number) = first,
            self[start].decimalDigit != nil
        else { return first }
        let after = index
        skipSpace()
        if index > after, let generation = unsigned(), next?.isPDFSpace == true {
            skipSpace()
            if take(word: "R") {
                guard let number = Int32(exactly: number), number > 0,
                    let generation = Int32(exactly: generation), generation <= 65_535
                else { throw fault(.badSyntax) }
                return .reference(ObjectID(number: number, generation: generation))
            }
        }
        index = after
        return first
    }

    /// Reads digits without a sign; nil where none stand, or too many.
    mutating func unsigned() -> Int? {
        let start = index
        var value = 0
        while index < end, index - start < 18, let digit = self[index].decimalDigit {
            value = value * 10 + digit
            index += 1
        }
        return index > start && index - start < 18 ? value : nil
    }

    /// Reads a whole number, or one with decimals.
    mutating func numeral() throws(PDFReadingError) -> PDFValue {
        var isNegative = false
        if let sign = next, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            index += 1
        }
        let start = index
        var whole = 0
        while index < end, let digit = self[index].decimalDigit {
            guard index - start < 18 else { throw fault(.overLimit) }
            whole = whole * 10 + digit
            index += 1
        }
        guard next == UInt8(ascii: ".") else {
            guard index > start, next?.isPDFRegular != true else { throw fault(.badSyntax) }
            return .integer(isNegative ? -whole : whole)
        }
        let point = index
        index += 1
        var (fraction, scale) = (0.0, 1.0)
        while index < end, let digit = self[index].decimalDigit {
            // What lies beyond the precision of a number changes nothing.
            if index - point < 18 {
                fraction = fraction * 10 + Double(digit)
                scale *= 10
            }
            index += 1
        }
        guard index - start > 1, next?.isPDFRegular != true else { throw fault(.badSyntax) }
        let value = Double(whole) + fraction / scale
        return .real(isNegative ? -value : value)
    }
}
