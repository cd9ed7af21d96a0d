/// One field of bag-info.txt.
public struct BagInfoField: Hashable, Sendable {
    /// The label, "Bagging-Date".
    public let label: String
    /// The value, without line breaks.
    public internal(set) var value: String

    /// States a field.
    public init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }

    /// Whether it can be written as one line that reads back as itself.
    var isWritable: Bool {
        let isPlain = { (text: String) in
            !text.isEmpty && !text.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
                && text.first != " " && text.last != " "
        }
        return isPlain(label) && isPlain(value) && !label.contains(":")
    }
}
