import CaseRegister
import Registration

extension RegisterError {
    /// Whether the answer is no, and not that something could not be done.
    var isRefusal: Bool {
        [
            .otherArea, .otherCandidate, .otherCase, .olderRevision, .revisionTaken, .fork,
            .nothingSubmitted, .impossible, .stale, .noSuchCase, .ambiguous,
        ].contains(code)
    }
}
