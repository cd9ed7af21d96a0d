extension JSONValue {
    /// Writes the value in the canonical form of RFC 8785 (JCS), without a line end.
    ///
    /// - Throws: A ``JSONError`` for what no reader would take back: a number that is not finite, an
    ///   integer outside ``exactIntegers``, too many levels.
    public func canonicalBytes() throws(JSONError) -> [UInt8] {
        try canonicalBytes(maximalDepth: Limits().depth)
    }

    func canonicalBytes(maximalDepth: Int) throws(JSONError) -> [UInt8] {
        var writer = CanonicalJSONWriter(maximalDepth: maximalDepth)
        try writer.write(self, depth: 0)
        return writer.bytes
    }
}

/// Collects the canonical form of one value.
private struct CanonicalJSONWriter {
    let maximalDepth: Int
    var bytes: [UInt8] = []

    init(maximalDepth: Int) { self.maximalDepth = maximalDepth }

    mutating func write(_ value: JSONValue, depth: Int) throws(JSONError) {
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .integer(let integer):
            guard JSONValue.exactIntegers.contains(integer) else {
                throw JSONError(.numberOutOfRange)
            }
            append(String(integer))
        case .number(let number):
            guard let text = ECMAScriptNumber.text(number) else {
                throw JSONError(.numberOutOfRange)
            }
            append(text)
        case .string(let string): write(string)
        case .array(let elements): try write(elements, depth: depth + 1)
        case .object(let members): try write(members, depth: depth + 1)
        }
    }

    private mutating func write(_ elements: [JSONValue], depth: Int) throws(JSONError) {
        guard depth <= maximalDepth else { throw JSONError(.tooDeep) }
        append("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { append(",") }
            try write(element, depth: depth)
        }
        append("]")
    }

    private mutating func write(
        _ members: [String: JSONValue],
        depth: Int
    ) throws(JSONError) {
        guard depth <= maximalDepth else { throw JSONError(.tooDeep) }
        // RFC 8785 3.2.3 sorts by UTF-16 code units, which is not the order of UTF-8 above U+FFFF.
        let sorted = members.map { (units: Array($0.key.utf16), name: $0.key, value: $0.value) }
            .sorted { $0.units.lexicographicallyPrecedes($1.units) }
        append("{")
        for (index, member) in sorted.enumerated() {
            if index > 0 { append(",") }
            write(member.name)
            append(":")
            try write(member.value, depth: depth)
        }
        append("}")
    }

    private mutating func write(_ string: String) {
        append("\"")
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x08: append("\\b")
            case 0x09: append("\\t")
            case 0x0A: append("\\n")
            case 0x0C: append("\\f")
            case 0x0D: append("\\r")
            case 0..<0x20: append((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        append("\"")
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
