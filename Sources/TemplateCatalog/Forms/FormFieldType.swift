public import FormLayout

/// The kinds of answers by the words that forms' files have for them.
enum FormFieldType: String, CaseIterable {
    case text
    case lines
    case number
    case phone
    case idNumber
    case date
    case month
    case choice
    case choices
    case rows
}

extension FormEntryRule.Kind {
    /// The word that a form's file has for it.
    public var word: String {
        let type: FormFieldType =
            switch self {
            case .text: .text
            case .lines: .lines
            case .number: .number
            case .phone: .phone
            case .idNumber: .idNumber
            case .date: .date
            case .month: .month
            case .choice: .choice
            case .choices: .choices
            case .rows: .rows
            }
        return type.rawValue
    }
}
