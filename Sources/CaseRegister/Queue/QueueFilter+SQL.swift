import GRDB
import Registration

extension QueueFilter {
    /// What must hold of a row of `cases`; all columns that it names lie in the index `cases_queue`.
    func condition(awaited: CaseState) -> SQL {
        var conditions: [SQL] = []
        if !states.isEmpty { conditions.append("state IN \(states.map(\.rawValue).sorted())") }
        if let area { conditions.append("area = \(area)") }
        if let reviewer { conditions.append("reviewer = \(reviewer)") }
        if let since { conditions.append("since >= \(since)") }
        if let overdue {
            conditions.append("state = \(awaited.rawValue) AND since < \(overdue)")
        }
        if let asked = askedCondition {
            conditions.append("number IN (SELECT number FROM asked WHERE \(asked))")
        }
        if let text, !text.isEmpty { conditions.append(Self.condition(text: text)) }
        return conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    }

    /// What must hold of a row of `asked`; nil if that does not matter.
    var askedCondition: SQL? {
        switch (material, reason) {
        case (nil, nil): nil
        case (let material?, nil): "material = \(material)"
        case (nil, let reason?): "reason = \(reason)"
        // Of one and the same item.
        case (let material?, let reason?): "material = \(material) AND reason = \(reason)"
        }
    }

    private static func condition(text: String) -> SQL {
        let name: SQL = "instr(search, \(text.lowercased())) > 0"
        guard let id = IDPrefix(text) else { return name }
        return "(\(name) OR number IN (\(id.numbers)))"
    }
}
