import GRDB

extension CaseRegister {
    /// Goes through cases in the order of their ids, all as they are at one moment.
    ///
    /// The rows are those of ``queue(_:limit:after:)``, for CSV and for lines of JSON; they are read
    /// one after the other, so that a register of any size needs the same memory.
    ///
    /// - Parameters:
    ///   - filter: Which cases.
    ///   - row: Takes one case.
    /// - Throws: A ``RegisterError`` if the register cannot be read; otherwise what `row` throws.
    public func export(
        _ filter: QueueFilter = QueueFilter(),
        row: (CaseSummary) throws -> Void
    ) throws {
        let condition = filter.condition(awaited: office.awaited)
        let request: SQLRequest<Row> = """
            SELECT \(sql: CaseSummary.columns) FROM cases WHERE \(condition) ORDER BY case_id
            """
        let failure: (any Error)? = try reading { db in
            let rows = try request.fetchCursor(db)
            while let next = try rows.next() {
                let summary = try CaseSummary(exported: next, in: db)
                // What the caller throws is not for the register to translate.
                do { try row(summary) } catch { return error }
            }
            return nil
        }
        if let failure { throw failure }
    }
}

extension CaseSummary {
    fileprivate init(exported row: Row, in db: Database) throws {
        let number = try row.decode(Int64.self, forColumn: "number")
        try self.init(row: row, asked: AskedItems(numbers: [number], in: db)[number])
    }
}
