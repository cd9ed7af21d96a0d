import GRDB
import Registration

extension RegisterTransaction {
    /// Writes a decision down, unless the case is another one than the reviewer saw.
    package func record(
        _ logged: LoggedEvent,
        of caseID: String,
        expecting version: Int,
        reviewer: String,
        at time: Int64
    ) throws -> Recording {
        guard let stored = try StoredCase(caseID, in: db) else {
            throw RegisterError(.noSuchCase, caseID)
        }
        guard version == stored.version else {
            return try stored.recording(of: logged.event, after: version, by: reviewer, caseID)
        }
        var state = try stored.replayed()
        let isAwaited = state.state == .submitted || state.state == .siteAccepted
        try apply(logged.event, to: &state, caseID)
        try append(
            logged,
            to: stored.number,
            place: version + 1,
            reviewer: reviewer,
            at: time,
            waited: isAwaited ? max(time - stored.since, 0) : nil
        )
        try update(stored.number, state, version: version + 1, reviewer: reviewer, at: time)
        return Recording(version: version + 1, isRepeat: false, line: logged.line)
    }

    private func apply(_ event: CaseEvent, to state: inout Case, _ caseID: String) throws {
        do {
            try state.apply(event)
        } catch {
            throw RegisterError(.impossible, caseID, refusal: error)
        }
    }

    private func update(
        _ number: Int64,
        _ state: Case,
        version: Int,
        reviewer: String,
        at time: Int64
    ) throws {
        try db.cachedStatement(
            sql: """
                UPDATE cases SET state = ?, revision = ?, version = ?, since = ?, reviewer = ?
                WHERE number = ?
                """
        ).execute(arguments: [
            state.state.rawValue, state.revision, version, time, reviewer, number,
        ])
    }
}

extension StoredCase {
    /// Answers a decision about an earlier version: it is recorded already, or somebody came first.
    ///
    /// The time is left out of the comparison, for who sends a decision again signs it again.
    fileprivate func recording(
        of event: CaseEvent,
        after version: Int,
        by reviewer: String,
        _ caseID: String
    ) throws -> Recording {
        let meanwhile = events.filter { $0.place > version }
        guard let next = meanwhile.first, next.place == version + 1, next.reviewer == reviewer,
            next.event.action == event.action, next.event.actor == event.actor
        else { throw RegisterError(.stale, caseID, meanwhile: meanwhile) }
        return Recording(version: next.place, isRepeat: true, line: next.line)
    }
}
