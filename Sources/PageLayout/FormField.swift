/// A field of a form that is filled in on the screen (ISO 32000-1, 12.7).
public struct FormField: Hashable, Sendable {
    /// What can be put in.
    public enum Kind: Hashable, Sendable {
        /// Text in one line or several, at most so many characters if there is a limit.
        case text(TextStyle, alignment: Paragraph.Alignment, isMultiline: Bool, limit: Int?)
        /// A box to tick.
        case checkBox(TextStyle)
        /// One of several boxes with the same field name, of which one can be ticked; it stands for a value.
        case option(String, TextStyle)
    }

    /// The name by which values are read back; the same on every box of one choice, else used once.
    public var name: String
    /// What the field asks for, in words: shown when pointed at, and read aloud.
    public var label: String
    /// What can be put in.
    public var kind: Kind
    /// Whether it must be filled in.
    public var isRequired: Bool
    /// What is filled in: the text; of a choice the chosen value; of a box "true" or "".
    public var value: String

    /// States a field.
    public init(
        name: String,
        label: String,
        kind: Kind,
        isRequired: Bool = false,
        value: String = ""
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.value = value
    }
}
