public import FormLayout

/// Turns records into answers by the rules of a form's fields.
///
/// It keeps compiled patterns, and so stays in one task.
public struct AnswerReader {
    private let entries: [EntryReader]

    /// Prepares to read answers to a form.
    ///
    /// - Throws: `FormDataError` if a pattern of the form is no regular expression.
    public init(_ template: FormTemplate) throws(FormDataError) {
        entries = try template.fields.map { (rule) throws(FormDataError) in
            try EntryReader(rule)
        }
    }

    /// Checks a record and puts what is written in many ways into one.
    ///
    /// - Returns: The answers without those that are empty or wrong, and all that is wrong.
    public func read(_ record: FormRecord) -> CheckedAnswers {
        var checked = CheckedAnswers(faults: record.faults)
        for entry in entries {
            let (answer, mistakes) = entry.read(record.values[entry.rule.id])
            checked.answers[entry.rule.id] = answer
            for mistake in mistakes {
                checked.faults.append(
                    FormDataFault(
                        mistake.code,
                        mistake.severity,
                        row: record.number,
                        line: record.line,
                        column: entry.rule.label + mistake.place,
                        values: mistake.values
                    )
                )
            }
        }
        return checked
    }
}
