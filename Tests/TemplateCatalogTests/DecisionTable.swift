import Registration
import Review
import TemplateCatalog
import Testing

/// A table of profiles with what the manual asks of them, worked out by hand from its text.
///
/// Its form: `base NAME` and `case NAME` open a block; in it `from BASE`, `set key=value ...`,
/// `unset key ...`, `unit key=value ...` (one line an entry, or `units none`), `required id*count ...`,
/// `unclear id:key,key ...` and `because` with words of the manual.
struct DecisionTable {
    /// A fault of the table itself.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// One row.
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var profile: [String: ProfileValue]
        var required: [String: Int] = [:]
        var unclear: [String: [String]] = [:]
        var reasons: [String] = []
    }

    private(set) var rows: [Row] = []

    /// Reads a table by the vocabulary of its area.
    init(_ text: String, area: Area) throws {
        var reader = Reader(area: area)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            do {
                try reader.read(line)
            } catch {
                throw Fault(description: "line \(index + 1): \(error)")
            }
        }
        rows = reader.rows()
    }
}

/// Reads a table line by line.
private struct Reader {
    let area: Area
    private var bases: [String: [String: ProfileValue]] = [:]
    private var done: [DecisionTable.Row] = []
    private var row: DecisionTable.Row?
    private var isBase = false
    private var hasOwnUnits = false

    init(area: Area) { self.area = area }

    private var prefix: String { area.materials[0].id.prefix { $0 != "." } + "." }

    mutating func rows() -> [DecisionTable.Row] {
        finish()
        return done
    }

    mutating func read(_ line: Substring) throws {
        let words = line.split { $0.isWhitespace }
        guard let first = words.first, !first.hasPrefix("#") else { return }
        let rest = words.dropFirst()
        switch first {
        case "base", "case":
            finish()
            isBase = first == "base"
            row = DecisionTable.Row(testDescription: rest.joined(separator: " "), profile: [:])
        case "from":
            let base = try base(rest.joined(separator: " "))
            row?.profile = base
        case "set": try set(rest)
        case "unset": for key in rest { row?.profile[String(key)] = nil }
        case "unit", "units": try unit(rest)
        case "required": try require(rest)
        case "unclear": try leaveUnclear(rest)
        case "because": row?.reasons.append(rest.joined())
        default:
            guard isBase else { throw DecisionTable.Fault(description: "unknown word \(first)") }
            try set(words[...])
        }
    }

    private mutating func finish() {
        if let row {
            if isBase { bases[row.testDescription] = row.profile } else { done.append(row) }
        }
        row = nil
        hasOwnUnits = false
    }

    private func base(_ name: String) throws -> [String: ProfileValue] {
        if name == "nothing" { return [:] }
        guard let base = bases[name] else {
            throw DecisionTable.Fault(description: "no base \(name)")
        }
        return base
    }

    private mutating func set(_ pairs: ArraySlice<Substring>) throws {
        for pair in pairs {
            let (key, value) = try answer(pair, to: area.vocabulary)
            row?.profile[key] = value
        }
    }

    private mutating func unit(_ pairs: ArraySlice<Substring>) throws {
        var entries: [[String: ProfileValue]] = []
        if hasOwnUnits, case .list(let list)? = row?.profile["units"] { entries = list }
        hasOwnUnits = true
        if pairs.first != "none" {
            guard case .list(let keys)? = area.profileKey("units")?.kind else {
                throw DecisionTable.Fault(description: "no units here")
            }
            let answers = try pairs.map { try answer($0, to: keys) }
            entries.append(Dictionary(uniqueKeysWithValues: answers))
        }
        row?.profile["units"] = .list(entries)
    }

    private func answer(
        _ pair: Substring,
        to keys: [ProfileKey]
    ) throws -> (String, ProfileValue) {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let key = keys.first(where: { $0.key == parts[0] }),
            let value = key.value(from: parts[1])
        else { throw DecisionTable.Fault(description: "no such answer: \(pair)") }
        return (key.key, value)
    }

    private mutating func require(_ ids: ArraySlice<Substring>) throws {
        for item in ids {
            let parts = item.split(separator: "*")
            let id = try material(parts[0])
            row?.required[id] = parts.count > 1 ? Int(parts[1]) : 1
        }
    }

    private mutating func leaveUnclear(_ items: ArraySlice<Substring>) throws {
        for item in items {
            let parts = item.split(separator: ":")
            let id = try material(parts[0])
            row?.unclear[id] = parts[1].split(separator: ",").map(String.init)
        }
    }

    private func material(_ name: Substring) throws -> String {
        guard area.material(id: prefix + name) != nil else {
            throw DecisionTable.Fault(description: "no material \(name)")
        }
        return prefix + name
    }
}
