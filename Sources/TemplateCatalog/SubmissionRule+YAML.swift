import Registration
import Review

extension SubmissionRule {
    /// Reads `{ locks, unlocks: [{ by, clause }], late: { allowed, clause } }`.
    init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["locks", "unlocks", "late"])
        self.init(lockClause: try Clause(yaml: mapping.required("locks")))
        for item in try mapping.optional("unlocks")?.list() ?? [] {
            let entry = try YAMLMapping(item, keys: ["by", "clause"])
            let key = try entry.required("by").word(of: Key.self)
            let clause = try Clause(yaml: entry.required("clause"))
            guard unlockClauses.updateValue(clause, forKey: key) == nil else {
                throw item.error(.duplicateKey, "this key is there more than once")
            }
        }
        guard let late = mapping.optional("late") else { return }
        let entry = try YAMLMapping(late, keys: ["allowed", "clause"])
        takesLateReplacements = try entry.required("allowed").flag()
        lateClause = try Clause(yaml: entry.required("clause"))
    }
}
