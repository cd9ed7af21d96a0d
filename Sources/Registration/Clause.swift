/// The place in an exam area's manual that a rule comes from.
public struct Clause: Hashable, Sendable, Codable {
    /// The section as the manual numbers it, "附件2 二（一）".
    public var section: String
    /// The sentence, word for word.
    public var quote: String

    /// Names a section and quotes its sentence.
    public init(section: String, quote: String) {
        self.section = section
        self.quote = quote
    }
}
