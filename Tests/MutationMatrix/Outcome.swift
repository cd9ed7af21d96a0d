import Verification

/// What became of one mutation.
enum Outcome: Hashable {
    /// Refused, or not even looked at; the code of the first step that said so.
    case caught(String)
    /// Accepted with a warning, because no byte of any file differs.
    case told(String)
    /// The same text to a reader, such as an id in lower case.
    case same
    /// Nothing is wrong with it by itself: another thing was put in its place, whole.
    case intact(String)
    case missed

    init(_ report: VerificationReport) {
        if let step = report.steps.first(where: { $0.outcome == .failed }) {
            self = .caught(step.code)
        } else if let step = report.steps.first(where: {
            // That lists are unsigned or missing is no notice of a change.
            $0.outcome == .warning && $0.question == .integrity
        }) {
            self = .told(step.code)
        } else {
            self = .missed
        }
    }
}
