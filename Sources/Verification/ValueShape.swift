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
        fault(below: value).map { place + $0 }
    }

    /// The way from a value to the fault, put together on the way back, since there is hardly ever one.
    private func fault(below value: JSONValue) -> String? {
        switch self {
        case .maybe(let shape):
            value.isNull ? nil : shape.fault(below: value)
        case .list(let shape):
            Self.fault(of: shape, in: value.array)
        case .record(let members, let optional):
            Self.fault(of: members, optional, in: value.object)
        default:
            isMet(by: value) ? nil : ""
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

    private static func fault(of shape: ValueShape, in elements: [JSONValue]?) -> String? {
        guard let elements else { return "" }
        for (index, element) in elements.enumerated() {
            if let fault = shape.fault(below: element) { return "[\(index)]" + fault }
        }
        return nil
    }

    private static func fault(
        of members: [String: ValueShape],
        _ optional: [String: ValueShape],
        in object: [String: JSONValue]?
    ) -> String? {
        guard let object else { return "" }
        let fault = first(of: members) { name, shape in
            object[name].map { shape.fault(below: $0) } ?? ""
        }
        return fault
            ?? first(of: optional) { name, shape in
                object[name].flatMap { shape.fault(below: $0) }
            }
    }

    /// The fault of the member whose name comes first.
    private static func first(
        of members: [String: ValueShape],
        _ fault: (String, ValueShape) -> String?
    ) -> String? {
        var faults: [String] = []
        for (name, shape) in members {
            if let fault = fault(name, shape) { faults.append(".\(name)" + fault) }
        }
        return faults.min()
    }

    private static func isDigits(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }
}
