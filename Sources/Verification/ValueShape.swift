import Sealing

/// What kind of JSON value stands where; members that it does not know are left alone.
indirect enum ValueShape: Sendable {
    case anything
    case flag
    /// Any string.
    case text
    /// A string of some length.
    case name
    /// So many lower-case hexadecimal digits.
    case digits(Int)
    case word(Set<String>)
    case whole(ClosedRange<Int>)
    case maybe(ValueShape)
    case list(ValueShape)
    case record([String: ValueShape], optional: [String: ValueShape] = [:])

    /// Where the first value stands that is not so; nil if all are.
    ///
    /// It names members of the format and numbers elements, and never quotes what it found.
    func fault(in value: JSONValue, at place: String = "manifest") -> String? {
        switch self {
        case .maybe(let shape):
            value.isNull ? nil : shape.fault(in: value, at: place)
        case .list(let shape):
            Self.fault(of: shape, in: value.array, at: place)
        case .record(let members, let optional):
            Self.fault(of: members, optional, in: value.object, at: place)
        default:
            isMet(by: value) ? nil : place
        }
    }

    private func isMet(by value: JSONValue) -> Bool {
        switch self {
        case .flag: value.bool != nil
        case .text: value.string != nil
        case .name: value.string?.isEmpty == false
        case .digits(let count): value.string.map { Self.isDigits($0, count) } ?? false
        case .word(let words): value.string.map(words.contains) ?? false
        case .whole(let range): value.integer.map(range.contains) ?? false
        case .anything, .maybe, .list, .record: true
        }
    }

    private static func fault(
        of shape: ValueShape,
        in elements: [JSONValue]?,
        at place: String
    ) -> String? {
        guard let elements else { return place }
        for (index, element) in elements.enumerated() {
            if let fault = shape.fault(in: element, at: "\(place)[\(index)]") { return fault }
        }
        return nil
    }

    private static func fault(
        of members: [String: ValueShape],
        _ optional: [String: ValueShape],
        in object: [String: JSONValue]?,
        at place: String
    ) -> String? {
        guard let object else { return place }
        for (name, shape) in members.sorted(by: { $0.key < $1.key }) {
            guard let member = object[name] else { return "\(place).\(name)" }
            if let fault = shape.fault(in: member, at: "\(place).\(name)") { return fault }
        }
        for (name, shape) in optional.sorted(by: { $0.key < $1.key }) {
            if let member = object[name],
                let fault = shape.fault(in: member, at: "\(place).\(name)")
            {
                return fault
            }
        }
        return nil
    }

    private static func isDigits(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }
}
