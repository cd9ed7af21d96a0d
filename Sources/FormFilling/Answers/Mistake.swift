/// What is wrong with one answer; its field and row are told by whoever asked.
struct Mistake: Hashable {
    var code: FormDataFault.Code
    var severity = FormDataFault.Severity.error
    /// The row and column within the field, ".2.科室"; empty for the field as a whole.
    var place = ""
    var values: [String: String] = [:]

    init(
        _ code: FormDataFault.Code,
        _ severity: FormDataFault.Severity = .error,
        _ values: [String: String] = [:]
    ) {
        self.code = code
        self.severity = severity
        self.values = values
    }

    func inside(_ place: String) -> Self {
        var mistake = self
        mistake.place = place + mistake.place
        return mistake
    }
}

/// A text as it is to be printed, or nil if it will not do, with what is wrong.
struct Reading: Hashable {
    var text: String?
    var mistakes: [Mistake] = []

    init(_ text: String, _ mistakes: [Mistake] = []) {
        self.text = text
        self.mistakes = mistakes
    }

    init(_ mistake: Mistake) { mistakes = [mistake] }
}
