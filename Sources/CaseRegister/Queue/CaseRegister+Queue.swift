import GRDB
import Registration

extension CaseRegister {
    /// Lists cases, those first that have stood as they stand for the longest time.
    ///
    /// - Parameters:
    ///   - filter: Which cases.
    ///   - limit: The most to list.
    ///   - key: The ``CaseSummary/key`` after which the list begins; nil for its first page.
    /// - Returns: The cases.
    /// - Throws: A ``RegisterError`` if the register cannot be read.
    public func queue(
        _ filter: QueueFilter = QueueFilter(),
        limit: Int = 50,
        after key: CaseSummary.Key? = nil
    ) throws(RegisterError) -> [CaseSummary] {
        let request = request(filter, limit: limit, after: key)
        return try reading { db in
            try CaseSummary.all(numbers: request.fetchAll(db), in: db)
        }
    }

    /// The numbers of a page of the queue.
    ///
    /// The index of the queue holds all that is asked for, in the queue's order, so that no filter
    /// costs more than one walk through it; another index would find few cases faster, and many
    /// slower by far.
    func request(
        _ filter: QueueFilter,
        limit: Int,
        after key: CaseSummary.Key?
    ) -> SQLRequest<Int64> {
        var condition = filter.condition(awaited: office.awaited)
        if let key {
            condition = "\(condition) AND (since, number) > (\(key.since), \(key.number))"
        }
        return """
            SELECT number FROM cases INDEXED BY cases_queue WHERE \(condition)
            ORDER BY since, number LIMIT \(max(limit, 0))
            """
    }
}
