import GRDB
import Registration

/// What some cases were last returned for.
struct AskedItems {
    private var items: [Int64: [ReturnedItem]] = [:]

    init(numbers: [Int64], in db: Database) throws {
        let request: SQLRequest<Row> = """
            SELECT number, material, picture, reason, note FROM asked
            WHERE number IN \(numbers) ORDER BY number, item
            """
        for row in try request.fetchAll(db) {
            let number = try row.decode(Int64.self, forColumn: "number")
            items[number, default: []].append(try ReturnedItem(row: row))
        }
    }

    subscript(number: Int64) -> [ReturnedItem] { items[number] ?? [] }
}

extension ReturnedItem {
    fileprivate init(row: Row) throws {
        self.init(
            material: try row.decode(forColumn: "material"),
            place: try row.decode(forColumn: "picture"),
            reason: try row.decode(forColumn: "reason"),
            note: try row.decode(forColumn: "note")
        )
    }
}
