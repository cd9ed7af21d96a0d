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
        append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            try write(element, depth: depth)
        }
        append(UInt8(ascii: "]"))
    }

    private mutating func write(
        _ members: [String: JSONValue],
        depth: Int
    ) throws(JSONError) {
        guard depth <= maximalDepth else { throw JSONError(.tooDeep) }
        let sorted = Self.sorted(members)
        append(UInt8(ascii: "{"))
        for (index, member) in sorted.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            write(member.key)
            append(UInt8(ascii: ":"))
            try write(member.value, depth: depth)
        }
        append(UInt8(ascii: "}"))
    }

    /// RFC 8785 3.2.3 sorts by UTF-16 code units, which is not the order of UTF-8 above U+FFFF.
    private static func sorted(
        _ members: [String: JSONValue]
    ) -> [(key: String, value: JSONValue)] {
        if members.keys.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) {
            return members.sorted { $0.key < $1.key }
        }
        return members.map { (units: Array($0.key.utf16), member: $0) }
            .sorted { $0.units.lexicographicallyPrecedes($1.units) }
            .map(\.member)
    }

    private mutating func write(_ string: String) {
        append(UInt8(ascii: "\""))
        let characters = string.utf8
        // Most strings need no escape, and are taken whole.
        if characters.contains(where: Self.isEscaped) {
            for byte in characters { write(byte) }
        } else {
            bytes.append(contentsOf: characters)
        }
        append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func write(_ byte: UInt8) {
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

    private mutating func append(_ byte: UInt8) { bytes.append(byte) }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
