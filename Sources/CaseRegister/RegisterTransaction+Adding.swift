import GRDB
import Registration

extension RegisterTransaction {
    /// Takes a dossier in.
    package func add(
        _ submission: RegisteredSubmission,
        at time: Int64
    ) throws -> Addition {
        let area = submission.bearer.area
        guard office.areas.isEmpty || office.areas.contains(area) else {
            throw RegisterError(.otherArea, area)
        }
        let known = try KnownDossier(submission.dossierID, in: db)
        guard let stored = try StoredCase(submission.caseID, in: db) else {
            guard known == nil else { throw RegisterError(.otherCase, submission.dossierID) }
            try begin(submission, at: time)
            return .newCase
        }
        return try add(submission, to: stored, known: known, at: time)
    }

    private func add(
        _ submission: RegisteredSubmission,
        to stored: StoredCase,
        known: KnownDossier?,
        at time: Int64
    ) throws -> Addition {
        let caseID = submission.caseID
        guard known == nil || known?.number == stored.number else {
            throw RegisterError(.otherCase, submission.dossierID)
        }
        guard stored.belongs(to: submission.bearer) else {
            throw RegisterError(.otherCandidate, caseID)
        }
        if let place = stored.fork(from: submission.log) {
            throw RegisterError(.fork, caseID, place: place)
        }
        if let known, submission.log.count <= stored.version {
            return .duplicate(received: known.received)
        }
        try check(submission, follows: stored, isKnown: known != nil)
        try extend(stored, with: submission, isKnown: known != nil, at: time)
        return known == nil
            ? .newRevision(submission.revision)
            : .newEvents(submission.log.count - stored.version)
    }

    private func check(
        _ submission: RegisteredSubmission,
        follows stored: StoredCase,
        isKnown: Bool
    ) throws {
        let last = stored.events.lastRevision
        guard !isKnown, submission.revision <= last else { return }
        let code: RegisterError.Code = submission.revision < last ? .olderRevision : .revisionTaken
        throw RegisterError(code, submission.caseID)
    }

    private func begin(_ submission: RegisteredSubmission, at time: Int64) throws {
        let state = try Case.replay(submission.log.map(\.event), rules: submission.rules)
        let number = try insertCase(submission, state, at: time)
        try insert(submission, of: number, at: time)
        try append(submission.log, to: number, from: 0, at: time)
    }

    private func extend(
        _ stored: StoredCase,
        with submission: RegisteredSubmission,
        isKnown: Bool,
        at time: Int64
    ) throws {
        let state = try Case.replay(submission.log.map(\.event), rules: submission.rules)
        if !isKnown { try insert(submission, of: stored.number, at: time) }
        try append(submission.log, to: stored.number, from: stored.version, at: time)
        try update(stored.number, submission, state, at: time)
    }

    private func append(
        _ log: [LoggedEvent],
        to number: Int64,
        from first: Int,
        at time: Int64
    ) throws {
        for (index, logged) in log.enumerated().dropFirst(first) {
            try append(
                logged,
                to: number,
                place: index + 1,
                reviewer: nil,
                at: time,
                waited: nil
            )
        }
    }
}

/// Where a dossier stands in the register already.
struct KnownDossier {
    let number: Int64
    let received: Int64

    init?(_ dossierID: String, in db: Database) throws {
        let sql = "SELECT number, received FROM submissions WHERE dossier_id = ?"
        let statement = try db.cachedStatement(sql: sql)
        guard let row = try Row.fetchOne(statement, arguments: [dossierID]) else { return nil }
        number = try row.decode(forColumn: "number")
        received = try row.decode(forColumn: "received")
    }
}

extension [RegisteredEvent] {
    /// The last revision that was submitted; 0 before the first.
    fileprivate var lastRevision: Int {
        for registered in reversed() {
            if case .submitted(let revision, _, _, _) = registered.event.action { return revision }
        }
        return 0
    }
}
