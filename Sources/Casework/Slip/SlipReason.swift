/// Why an office returns a picture or refuses a registration, with the words of the day of the decision.
public struct SlipReason: Hashable, Sendable {
    /// The code, as the templates list it.
    public var code: String
    /// What it is called.
    public var title: String
    /// The sentence that the candidate reads.
    public var sentence: String
    /// What the candidate is to do; may be empty.
    public var mend: String

    /// States a reason.
    public init(code: String, title: String, sentence: String, mend: String) {
        self.code = code
        self.title = title
        self.sentence = sentence
        self.mend = mend
    }
}
