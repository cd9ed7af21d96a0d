extension CBOR {
    /// Decodes exactly one value in the deterministic encoding; there is no second way to write it.
    ///
    /// - Parameters:
    ///   - bytes: The encoded value and nothing after it.
    ///   - maximalDepth: How deep arrays and maps may be nested.
    /// - Throws: A ``CBORError`` with the offset of the first fault.
    public init(decoding bytes: [UInt8], maximalDepth: Int = 8) throws(CBORError) {
        var decoder = CBORDecoder(bytes: bytes, maximalDepth: maximalDepth)
        self = try decoder.value(depth: 0)
        guard decoder.index == bytes.count else {
            throw CBORError(.trailingBytes, at: decoder.index)
        }
    }
}

/// Walks once over an encoded value.
private struct CBORDecoder {
    let bytes: [UInt8]
    let maximalDepth: Int
    var index = 0

    init(bytes: [UInt8], maximalDepth: Int) {
        self.bytes = bytes
        self.maximalDepth = maximalDepth
    }

    mutating func value(depth: Int) throws(CBORError) -> CBOR {
        let start = index
        let (type, argument) = try head()
        switch type {
        case .unsigned: return .unsigned(argument)
        case .negative: return .negative(argument)
        case .bytes: return .bytes(Array(try content(argument, at: start)))
        case .text:
            guard let text = String(validating: try content(argument, at: start), as: UTF8.self)
            else { throw CBORError(.invalidUTF8, at: start) }
            return .text(text)
        case .array, .map:
            guard depth < maximalDepth else { throw CBORError(.tooDeep, at: start) }
            // Each item takes a byte at least, so a lying count ends here and reserves nothing.
            guard argument <= UInt64(bytes.count - index) else {
                throw CBORError(.unexpectedEnd, at: start)
            }
            return type == .array
                ? try array(of: Int(argument), depth: depth + 1)
                : try map(of: Int(argument), depth: depth + 1)
        }
    }

    private mutating func array(of count: Int, depth: Int) throws(CBORError) -> CBOR {
        var elements: [CBOR] = []
        for _ in 0..<count { elements.append(try value(depth: depth)) }
        return .array(elements)
    }

    private mutating func map(of count: Int, depth: Int) throws(CBORError) -> CBOR {
        var members: [Int64: CBOR] = [:]
        var last: Int64?
        for _ in 0..<count {
            let start = index
            let key = try key()
            if let last, !CBOR.precedes(last, key) { throw CBORError(.notDeterministic, at: start) }
            last = key
            members[key] = try value(depth: depth)
        }
        return .map(members)
    }

    private mutating func key() throws(CBORError) -> Int64 {
        let start = index
        let (type, argument) = try head()
        guard type == .unsigned || type == .negative, let number = Int64(exactly: argument) else {
            throw CBORError(.unsupported, at: start)
        }
        return type == .unsigned ? number : ~number
    }

    private mutating func content(
        _ count: UInt64,
        at start: Int
    ) throws(CBORError) -> ArraySlice<UInt8> {
        guard count <= UInt64(bytes.count - index) else {
            throw CBORError(.unexpectedEnd, at: start)
        }
        defer { index += Int(count) }
        return bytes[index..<index + Int(count)]
    }

    private mutating func head() throws(CBORError) -> (CBORMajorType, UInt64) {
        let start = index
        guard start < bytes.count else { throw CBORError(.unexpectedEnd, at: start) }
        index += 1
        guard let type = CBORMajorType(rawValue: bytes[start] >> 5) else {
            throw CBORError(.unsupported, at: start)
        }
        let information = bytes[start] & 0x1F
        switch information {
        case 0..<24: return (type, UInt64(information))
        case 24...27: return (type, try argument(width: 1 << Int(information - 24), at: start))
        default: throw CBORError(.notDeterministic, at: start)  // 31: indefinite; 28-30: reserved
        }
    }

    private mutating func argument(width: Int, at start: Int) throws(CBORError) -> UInt64 {
        guard width <= bytes.count - index else { throw CBORError(.unexpectedEnd, at: start) }
        var argument: UInt64 = 0
        for byte in bytes[index..<index + width] { argument = argument << 8 | UInt64(byte) }
        index += width
        let smallest: UInt64 = width == 1 ? 24 : 1 << UInt64(width * 4)
        guard argument >= smallest else { throw CBORError(.notDeterministic, at: start) }
        return argument
    }
}
