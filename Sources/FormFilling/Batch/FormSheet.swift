public import FormLayout
public import Registration
import Sealing

/// One form that is to be drawn.
public struct FormSheet: Hashable, Sendable {
    /// The number of the record, counted from one.
    public var row: Int
    /// The name of the file.
    public var file: String
    /// The answers.
    public var answers: FormAnswers
    /// Stands for the form and its answers.
    public var answersHash: ContentHash
    /// Stands for the answers and all else that the drawing depends on.
    public var hash: ContentHash

    /// States a form; the fingerprint stands for all that a drawing depends on besides.
    init(
        row: Int,
        file: String,
        answers: FormAnswers,
        of template: FormTemplate,
        fingerprint: ContentHash
    ) {
        self.row = row
        self.file = file
        self.answers = answers
        answersHash = template.hash(of: answers)
        hash = ContentHash.of(fingerprint.bytes + answersHash.bytes)
    }
}
