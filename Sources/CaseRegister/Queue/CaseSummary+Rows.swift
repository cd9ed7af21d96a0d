import GRDB
import Registration

extension CaseSummary {
    static let columns = """
        number, case_id, dossier_id, area, year, name, masked_number, state, revision, version,
        received, since, reviewer
        """

    init(row: Row, asked: [ReturnedItem]) throws {
        guard let state = CaseState(rawValue: try row.decode(forColumn: "state")) else {
            throw RegisterError(.damaged, RegisterFile.name)
        }
        self.init(
            caseID: try row.decode(forColumn: "case_id"),
            dossierID: try row.decode(forColumn: "dossier_id"),
            area: try row.decode(forColumn: "area"),
            year: try row.decode(forColumn: "year"),
            name: try row.decode(forColumn: "name"),
            maskedNumber: try row.decode(forColumn: "masked_number"),
            state: state,
            revision: try row.decode(forColumn: "revision"),
            version: try row.decode(forColumn: "version"),
            received: try row.decode(forColumn: "received"),
            reviewer: try row.decode(forColumn: "reviewer"),
            asked: asked,
            key: Key(
                since: try row.decode(forColumn: "since"),
                number: try row.decode(forColumn: "number")
            )
        )
    }

    /// The cases of these numbers, in the order of the queue.
    static func all(numbers: [Int64], in db: Database) throws -> [Self] {
        let request: SQLRequest<Row> = """
            SELECT \(sql: columns) FROM cases WHERE number IN \(numbers) ORDER BY since, number
            """
        let asked = try AskedItems(numbers: numbers, in: db)
        return try request.fetchAll(db).map { row in
            try Self(row: row, asked: asked[try row.decode(forColumn: "number")])
        }
    }
}
