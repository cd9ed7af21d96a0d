public import TemplateCatalog

/// A mistake in the data for a form: a value, collected and ordered.
///
/// What somebody wrote never stands in it: the kind of mistake is told, not the value.
public struct FormDataFault: Hashable, Sendable {
    /// How bad a mistake is.
    public enum Severity: String, Hashable, Sendable {
        /// The form can be made all the same.
        case warning
        /// The form cannot be made.
        case error
    }

    /// A stable name, "form.required"; the sentence for it stands in Templates/Texts/forms.yaml.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What is wrong.
    public var code: Code
    /// How bad it is.
    public var severity: Severity
    /// The number of the record, counted from one behind the header; nil for the header or the whole.
    public var row: Int?
    /// The line of the file, if it has lines.
    public var line: Int?
    /// The label of the field as the form prints it, 工作.2.科室 for one in rows.
    public var column: String?
    /// The number of the column in the file, counted from one.
    public var columnNumber: Int?
    /// What fills the gaps of the sentence: limits, options, words that were probably meant.
    public var values: [String: String]

    /// States a mistake.
    public init(
        _ code: Code,
        _ severity: Severity = .error,
        row: Int? = nil,
        line: Int? = nil,
        column: String? = nil,
        columnNumber: Int? = nil,
        values: [String: String] = [:]
    ) {
        self.code = code
        self.severity = severity
        self.row = row
        self.line = line
        self.column = column
        self.columnNumber = columnNumber
        self.values = values
    }
}

extension FormDataFault {
    /// The mistake with its row told.
    func with(row: Int) -> Self {
        var fault = self
        fault.row = row
        return fault
    }

    /// The mistake in words, with its place before it.
    ///
    /// - Parameters:
    ///   - language: The language.
    ///   - texts: The sentences, `TemplateCatalog.formTexts()`.
    /// - Returns: A sentence; the code itself where there are no words for it.
    public func sentence(in language: FindingTexts.Language, texts: MessageTexts) -> String {
        func words(_ key: String, _ values: [String: String] = [:]) -> String {
            texts.text(key, in: language, values) ?? ""
        }
        var places: [String] = []
        if let row { places.append(words("place.row", ["row": "\(row)"])) }
        if let line { places.append(words("place.line", ["line": "\(line)"])) }
        if let columnNumber {
            places.append(words("place.columnNumber", ["number": "\(columnNumber)"]))
        }
        if let column { places.append(words("place.column", ["column": column])) }
        let place = places.isEmpty ? "" : places.joined(separator: words("place.comma"))
        let said = texts.text(code.rawValue, in: language, values) ?? code.rawValue
        let hint = values["hint"].map { words("hint.pattern", ["hint": $0]) } ?? ""
        let end = values["meant"].map { words("hint.meant", ["meant": $0]) } ?? words("place.end")
        return (place.isEmpty ? "" : place + words("place.colon")) + said + hint + end
    }
}
