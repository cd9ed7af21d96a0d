/// Walks once over a JSON text.
struct JSONParser {
    let bytes: [UInt8]
    var index = 0

    private let maximalDepth: Int
    private var valuesLeft: Int

    init(bytes: [UInt8], limits: JSONValue.Limits) {
        self.bytes = bytes
        (maximalDepth, valuesLeft) = (limits.depth, limits.values)
    }

    /// The next byte, not yet taken; nil at the end.
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func document() throws(JSONError) -> JSONValue {
        try checkUTF8()
        skipBlanks()
        let value = try value(depth: 0)
        skipBlanks()
        guard index == bytes.count else { throw JSONError(.trailingBytes, at: index) }
        return value
    }

    // Checked once for all, so that strings can be cut out without a second look.
    private func checkUTF8() throws(JSONError) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw JSONError(.invalidUTF8, at: error.byteOffsets.lowerBound)
        }
    }

    mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            index += 1
        }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard valuesLeft > 0 else { throw JSONError(.tooLong, at: index) }
        valuesLeft -= 1
        return switch next {
        case UInt8(ascii: "{"): try object(depth: depth + 1)
        case UInt8(ascii: "["): try array(depth: depth + 1)
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "t"): try word("true", .bool(true))
        case UInt8(ascii: "f"): try word("false", .bool(false))
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?: try number()
        default: throw unexpected()
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= maximalDepth else { throw JSONError(.tooDeep, at: index) }
        var members: [String: JSONValue] = [:]
        index += 1
        skipBlanks()
        guard !take(UInt8(ascii: "}")) else { return .object(members) }
        while true {
            skipBlanks()
            let start = index
            guard next == UInt8(ascii: "\"") else { throw unexpected() }
            let name = try string()
            guard members[name] == nil else { throw JSONError(.duplicateKey, at: start) }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw unexpected() }
            skipBlanks()
            members[name] = try value(depth: depth)
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= maximalDepth else { throw JSONError(.tooDeep, at: index) }
        var elements: [JSONValue] = []
        index += 1
        skipBlanks()
        guard !take(UInt8(ascii: "]")) else { return .array(elements) }
        while true {
            skipBlanks()
            elements.append(try value(depth: depth))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
        }
    }

    private mutating func word(
        _ text: StaticString,
        _ value: JSONValue
    ) throws(JSONError) -> JSONValue {
        for letter in text.description.utf8 {
            guard take(letter) else { throw unexpected() }
        }
        return value
    }

    /// Steps over the byte if it is the next one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    func unexpected() -> JSONError {
        JSONError(next == nil ? .unexpectedEnd : .unexpectedByte, at: index)
    }
}
