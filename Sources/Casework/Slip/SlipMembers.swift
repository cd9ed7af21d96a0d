import Registration
import Sealing

/// The members of an object of a slip, all of which must be known, read one by one.
struct SlipMembers {
    private let members: [String: JSONValue]
    private let path: String

    /// The longest text of a slip, in bytes.
    static let longestText = 4096

    /// Takes an object.
    ///
    /// - Throws: ``SlipError`` if it is none, or has a member of another name than these.
    init(_ value: JSONValue, at path: String, known: Set<String>) throws(SlipError) {
        guard let members = value.object else { throw SlipError(.member, path) }
        self.members = members
        self.path = path
        if let stranger = members.keys.filter({ !known.contains($0) }).min() {
            // A name that nobody here chose may say anything, and is not repeated.
            let place = stranger.utf8.allSatisfy(Self.isPlain) ? name(stranger) : path
            throw SlipError(.unknownMember, place)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }

    /// A member's name with those of the objects around it.
    func name(_ member: String) -> String { path.isEmpty ? member : "\(path).\(member)" }

    /// Reads a member that must be there.
    func read<Value>(
        _ member: String,
        _ reading: (JSONValue) -> Value?
    ) throws(SlipError) -> Value {
        guard let value = try readIfThere(member, reading) else {
            throw SlipError(.member, name(member))
        }
        return value
    }

    /// Reads a member that may be missing, but not be wrong.
    func readIfThere<Value>(
        _ member: String,
        _ reading: (JSONValue) -> Value?
    ) throws(SlipError) -> Value? {
        guard let json = members[member] else { return nil }
        guard let value = reading(json) else { throw SlipError(.member, name(member)) }
        return value
    }

    /// Reads a text that says something.
    func text(_ member: String) throws(SlipError) -> String {
        let text = try textOrNothing(member)
        guard !text.isEmpty else { throw SlipError(.member, name(member)) }
        return text
    }

    /// Reads a text that may be empty.
    func textOrNothing(_ member: String) throws(SlipError) -> String {
        try read(member) { $0.string.flatMap { $0.utf8.count <= Self.longestText ? $0 : nil } }
    }

    /// Reads a whole number.
    func whole(_ member: String, in range: ClosedRange<Int>) throws(SlipError) -> Int {
        try read(member) { $0.integer.flatMap { range.contains($0) ? $0 : nil } }
    }

    /// Reads a hash.
    func hash(_ member: String) throws(SlipError) -> ContentHash {
        try read(member) { $0.string.flatMap { ContentHash(hex: $0) } }
    }

    /// Reads an id in its one printed form.
    func id(_ member: String) throws(SlipError) -> DossierID {
        try read(member) { json in
            json.string.flatMap { text in
                (try? DossierID(parsing: text)).flatMap { $0.description == text ? $0 : nil }
            }
        }
    }

    /// The object that a member is.
    func object(_ member: String, known: Set<String>) throws(SlipError) -> SlipMembers {
        try SlipMembers(read(member) { $0 }, at: name(member), known: known)
    }

    /// Reads each element of a list.
    func list<Element>(
        _ member: String,
        _ reading: (JSONValue, String) throws(SlipError) -> Element
    ) throws(SlipError) -> [Element] {
        var elements: [Element] = []
        for (index, json) in try read(member, \.array).enumerated() {
            elements.append(try reading(json, "\(name(member))[\(index)]"))
        }
        return elements
    }
}
