import GRDB
import Registration

extension OfficeSettings {
    init(stored db: Database) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT name, stage, areas FROM office"),
            let stage = ReviewStage(rawValue: try row.decode(String.self, forColumn: "stage"))
        else { throw RegisterError(.damaged, RegisterFile.name) }
        let areas = try row.decode(String.self, forColumn: "areas")
        self.init(
            name: try row.decode(forColumn: "name"),
            stage: stage,
            areas: areas.split(separator: "\n").map(String.init)
        )
    }

    func store(in db: Database, at time: Int64) throws {
        try db.execute(
            sql: "INSERT INTO office VALUES (1, ?, ?, ?, ?)",
            arguments: [name, stage.rawValue, areas.joined(separator: "\n"), time]
        )
    }
}
