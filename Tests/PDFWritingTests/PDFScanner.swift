/// Reads values of PDF's syntax one after another; good enough for what one writer writes.
struct PDFScanner {
    let bytes: [UInt8]
    var position: Int

    struct Unexpected: Error {
        let position: Int
    }

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
        while let byte = next, [0, 9, 10, 12, 13, 32].contains(byte) { position += 1 }
    }

    /// Takes a word of regular characters.
    mutating func word() -> String {
        skipSpace()
        let start = position
        while let byte = next, byte > 32, !"()<>[]{}/%".utf8.contains(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func take(_ text: String) -> Bool {
        skipSpace()
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    mutating func expect(_ text: String) throws {
        guard take(text) else { throw Unexpected(position: position) }
    }

    mutating func value() throws -> PDFValue {
        if take("<<") { return .dictionary(try entries()) }
        if take("<") { return .string(try hexadecimal()) }
        if take("(") { return .string(try literal()) }
        if take("[") {
            var values: [PDFValue] = []
            while !take("]") { values.append(try value()) }
            return .array(values)
        }
        if take("/") { return .name(word()) }
        return try numberOrKeyword()
    }

    private mutating func entries() throws -> [String: PDFValue] {
        var entries: [String: PDFValue] = [:]
        while !take(">>") {
            guard take("/") else { throw Unexpected(position: position) }
            let key = word()
            guard entries.updateValue(try value(), forKey: key) == nil else {
                throw Unexpected(position: position)
            }
        }
        return entries
    }

    private mutating func numberOrKeyword() throws -> PDFValue {
        let first = word()
        switch first {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: break
        }
        guard let number = Double(first) else { throw Unexpected(position: position) }
        let after = position
        if let reference = Int(first), Int(word()) != nil, word() == "R" {
            return .reference(reference)
        }
        position = after
        return .number(number)
    }

    private mutating func hexadecimal() throws -> [UInt8] {
        var digits: [Int] = []
        while let byte = next, byte != UInt8(ascii: ">") {
            position += 1
            if let digit = Character(UnicodeScalar(byte)).hexDigitValue { digits.append(digit) }
        }
        guard take(">") else { throw Unexpected(position: position) }
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }

    private mutating func literal() throws -> [UInt8] {
        var result: [UInt8] = []
        var depth = 1
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\\"): result.append(contentsOf: escaped())
            case UInt8(ascii: ")") where depth == 1: return result
            default:
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                result.append(byte)
            }
        }
        throw Unexpected(position: position)
    }

    private mutating func escaped() -> [UInt8] {
        let octal = bytes[position...].prefix(3).prefix { (0x30...0x37).contains($0) }
        guard octal.isEmpty else {
            position += octal.count
            return [UInt8(truncatingIfNeeded: octal.reduce(0) { $0 * 8 + Int($1) - 0x30 })]
        }
        defer { position += 1 }
        switch next {
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "\n"), nil: return []
        case let byte?: return [byte]
        }
    }
}
