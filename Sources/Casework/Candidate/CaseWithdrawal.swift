import CaseLog
public import Packaging
public import Registration
import Review

/// Takes a submission back.
public enum CaseWithdrawal {
    /// Writes to the log that the candidate takes everything back.
    ///
    /// - Parameters:
    ///   - review: The candidate's folder.
    ///   - time: When, in seconds since 1970-01-01T00:00:00Z.
    /// - Returns: Where the case stands then.
    /// - Throws: `CaseworkError` of code `noCase` where nothing was submitted, `refused` if it is too
    ///   late; `LogError`.
    public static func withdraw(_ review: FolderReview, at time: Int64) throws -> Case {
        let folder = CaseFolder(of: review.folder.path)
        guard folder.hasLog else { throw CaseworkError(.noCase) }
        var log = try LogFile(in: folder.path, rules: review.area.caseRules)
        let event = CaseEvent(actor: .candidate, time: time, action: .withdrawn)
        var next = log.standing
        do {
            try next.apply(event)
        } catch {
            throw CaseworkError(.refused, refusal: error)
        }
        try log.append(event)
        return log.standing
    }
}
