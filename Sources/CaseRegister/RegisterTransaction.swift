import GRDB
import Registration

/// One change to the register; all that is done in it holds, or nothing does.
package struct RegisterTransaction {
    let db: Database
    let office: OfficeSettings

    init(_ db: Database, office: OfficeSettings) {
        self.db = db
        self.office = office
    }

    /// Writes an event at the end of a case's log.
    func append(
        _ logged: LoggedEvent,
        to number: Int64,
        place: Int,
        reviewer: String?,
        at time: Int64,
        waited: Int64?
    ) throws {
        let action = logged.event.action
        try db.cachedStatement(
            sql: """
                INSERT INTO events (number, place, time, actor, office, action, revision, content,
                    line, reviewer, recorded, day, waited)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            number, place, logged.event.time, logged.event.actor.column, logged.event.actor.office,
            action.name, action.revision, try EventContent(of: action).json, logged.line, reviewer,
            time, CaseEvent.day(at: time), waited,
        ])
        if case .returned(_, let items) = action { try append(items, to: number, place: place) }
    }

    private func append(_ items: [ReturnedItem], to number: Int64, place: Int) throws {
        try db.cachedStatement(sql: "DELETE FROM asked WHERE number = ?")
            .execute(arguments: [number])
        for (index, item) in items.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO returned_items VALUES (?, ?, ?, ?, ?, ?, ?)")
                .execute(arguments: [
                    number, place, index, item.material, item.place, item.reason, item.note,
                ])
            try db.cachedStatement(sql: "INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?)")
                .execute(arguments: [
                    number, index, item.material, item.place, item.reason, item.note,
                ])
        }
    }
}
