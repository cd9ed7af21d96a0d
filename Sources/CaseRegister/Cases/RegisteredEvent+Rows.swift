import GRDB
import Registration

extension RegisteredEvent {
    static let columns =
        "place, time, actor, office, action, revision, content, line, reviewer, recorded"

    init(row: Row) throws {
        let content = try EventContent(json: row.decode(forColumn: "content"))
        let action = content.action(
            named: try row.decode(forColumn: "action"),
            revision: try row.decode(forColumn: "revision")
        )
        guard let action, let actor = try Self.actor(in: row) else {
            throw RegisterError(.damaged, RegisterFile.name)
        }
        let time = try row.decode(Int64.self, forColumn: "time")
        self.init(
            place: try row.decode(forColumn: "place"),
            event: CaseEvent(actor: actor, time: time, action: action),
            line: try row.decode(forColumn: "line"),
            reviewer: try row.decode(forColumn: "reviewer"),
            recorded: try row.decode(forColumn: "recorded")
        )
    }

    private static func actor(in row: Row) throws -> CaseEvent.Actor? {
        let name = try row.decode(String.self, forColumn: "actor")
        switch (name, try row.decode(String?.self, forColumn: "office")) {
        case ("candidate", nil): return .candidate
        case ("clock", nil): return .clock
        case (let stage, let office?):
            return ReviewStage(rawValue: stage).map { .office($0, name: office) }
        default: return nil
        }
    }

    /// All events of a case, in order.
    static func all(of number: Int64, in db: Database) throws -> [Self] {
        let sql = "SELECT \(columns) FROM events WHERE number = ? ORDER BY place"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [number])
        var events: [Self] = []
        while let row = try rows.next() { events.append(try Self(row: row)) }
        return events
    }
}

extension CaseEvent.Actor {
    /// The column `actor`.
    var column: String {
        switch self {
        case .candidate: "candidate"
        case .office(let stage, _): stage.rawValue
        case .clock: "clock"
        }
    }

    /// The column `office`.
    var office: String? {
        if case .office(_, let name) = self { name } else { nil }
    }
}

extension CaseEvent.Action {
    /// The revision that it is about, if it is about one.
    var revision: Int? {
        switch self {
        case .submitted(let revision, _, _, _), .returned(let revision, _),
            .accepted(let revision), .rejected(let revision, _, _):
            revision
        case .withdrawn, .profileChanged, .windowClosed, .windowOpened: nil
        }
    }
}
