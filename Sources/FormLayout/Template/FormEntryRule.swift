/// What a field of a form asks for.
public struct FormEntryRule: Hashable, Sendable {
    /// The kind of answer.
    public enum Kind: Hashable, Sendable {
        /// A line of text.
        case text
        /// Text of several lines.
        case lines
        /// Digits.
        case number
        /// A telephone number.
        case phone
        /// The number of an identity document.
        case idNumber
        /// A day: 2026-02-05, shown as 2026年2月5日.
        case date
        /// A month: 2026-02, shown as 2026年2月.
        case month
        /// One of some options.
        case choice([String])
        /// Any of some options.
        case choices([String])
        /// Rows of a table, with these columns.
        case rows([FormEntryRule])
    }

    /// The id by which values are given.
    public var id: String
    /// The words that ask, as printed.
    public var label: String
    /// The kind of answer.
    public var kind: Kind
    /// Whether it must be answered.
    public var isRequired: Bool
    /// The largest number of characters; of rows, their largest number.
    public var limit: Int?
    /// A regular expression that the whole answer matches.
    public var pattern: String?
    /// What the pattern means, in words.
    public var patternHint: String?
    /// The key of the candidate's file that answers it, "name" or "profile.level" or "unit.name".
    public var binding: String?
    /// The width of the blank in running text, in millimetres; nil for what the kind needs.
    public var blank: Double?
    /// Where the lines of an answer stand in its cell; nil for one line in the middle, several even on the left.
    public var alignment: FormText.Alignment?
    /// What a filled form shows where there is no answer; nil for room to write.
    public var absent: String?

    /// States a field.
    public init(
        id: String,
        label: String,
        kind: Kind = .text,
        isRequired: Bool = false,
        limit: Int? = nil,
        pattern: String? = nil,
        patternHint: String? = nil,
        binding: String? = nil,
        blank: Double? = nil,
        alignment: FormText.Alignment? = nil,
        absent: String? = nil
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.limit = limit
        self.pattern = pattern
        self.patternHint = patternHint
        self.binding = binding
        self.blank = blank
        self.alignment = alignment
        self.absent = absent
    }

    /// The columns, if the field has rows.
    public var columns: [FormEntryRule]? {
        if case .rows(let columns) = kind { columns } else { nil }
    }

    /// The options, if the field is a choice.
    public var options: [String]? {
        switch kind {
        case .choice(let options), .choices(let options): options
        default: nil
        }
    }
}
