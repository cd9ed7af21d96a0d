/// The entries of a file of messages, each on a line of its own, found without parsing what they say.
///
/// A command prints a few of many hundred: parsing them all would cost more than most commands do.
struct MessageLines: Sendable {
    private let bytes: [UInt8]
    private let places: [String: Range<Int>]

    /// The keys, in no order.
    var keys: some Collection<String> { places.keys }

    /// Finds the entries; nil unless the file has this form and no other:
    /// `format: 1`, `messages:`, and then lines of `  key: { ... }`, comments and empty lines.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        var places: [String: Range<Int>] = [:]
        var heads: [[UInt8]] = [Array("format: 1".utf8), Array("messages:".utf8)]
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
            if line.drop(while: { $0 == UInt8(ascii: " ") }).first == UInt8(ascii: "#") { continue }
            if let head = heads.first {
                guard line.elementsEqual(head) else { return nil }
                heads.removeFirst()
            } else {
                guard let (key, value) = Self.entry(line), places[key] == nil else { return nil }
                places[key] = value
            }
        }
        guard heads.isEmpty else { return nil }
        self.places = places
    }

    /// What stands behind a key, braces included.
    subscript(key: String) -> ArraySlice<UInt8>? { places[key].map { bytes[$0] } }

    /// The key of a line and the place of its value; nil if it is no entry.
    private static func entry(_ line: ArraySlice<UInt8>) -> (String, Range<Int>)? {
        guard line.starts(with: [space, space]), line.last == UInt8(ascii: "}"),
            let colon = line.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let key = line[(line.startIndex + 2)..<colon]
        let value = line[(colon + 1)...]
        guard !key.isEmpty, key.allSatisfy(isOfKey), value.starts(with: [space, UInt8(ascii: "{")])
        else { return nil }
        return (String(decoding: key, as: UTF8.self), (colon + 2)..<line.endIndex)
    }

    private static let space = UInt8(ascii: " ")

    private static func isOfKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
