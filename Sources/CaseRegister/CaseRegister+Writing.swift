public import Registration

extension CaseRegister {
    /// Takes a dossier in, with all that its log tells.
    ///
    /// - Parameters:
    ///   - submission: The dossier, verified.
    ///   - time: The time now, in seconds since 1970-01-01T00:00:00Z.
    /// - Returns: What became of it; nothing is written for a duplicate.
    /// - Throws: A ``RegisterError`` if it does not belong here or does not follow what is registered.
    @discardableResult
    public func add(
        _ submission: RegisteredSubmission,
        at time: Int64
    ) throws(RegisterError) -> Addition {
        try writing { try $0.add(submission, at: time) }
    }

    /// Records a decision about a case, so that it survives whatever happens next.
    ///
    /// The same decision by the same reviewer, sent again, is answered as done.
    ///
    /// - Parameters:
    ///   - event: What was decided.
    ///   - line: The signed line of the log that says so.
    ///   - caseID: The compact id of the case.
    ///   - version: The version that the reviewer saw, ``CaseSummary/version``.
    ///   - reviewer: Who decided, as the office calls them.
    /// - Returns: Where it stands now.
    /// - Throws: A ``RegisterError`` of code `stale` if somebody else came first, with what they did;
    ///   of code `impossible` if the event cannot happen.
    @discardableResult
    public func record(
        _ event: CaseEvent,
        line: String,
        of caseID: String,
        expecting version: Int,
        reviewer: String
    ) throws(RegisterError) -> Recording {
        try writing {
            try $0.record(
                LoggedEvent(event, line: line),
                of: caseID,
                expecting: version,
                reviewer: reviewer,
                at: event.time
            )
        }
    }

    /// Makes many changes at once; all of them hold, or none.
    package func inOneTransaction(
        _ changes: (RegisterTransaction) throws -> Void
    ) throws(RegisterError) {
        try writing(changes)
    }
}
