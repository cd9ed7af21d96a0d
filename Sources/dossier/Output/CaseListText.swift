import CaseRegister
import Registration
import Sealing

/// Prints cases as a list, and how many there are of each kind.
struct CaseListText {
    let console: Console

    func print(_ cases: [CaseSummary], of counts: CaseCounts) {
        var table = TextTable()
        for summary in cases {
            table.add([
                summary.caseID, console.text("case.state.\(summary.state.rawValue)"),
                summary.name, summary.maskedNumber, summary.area,
                console.text("office.revision", ["revision": "\(summary.revision)"]),
                IssueDay.text(daysSince1970: CaseEvent.day(at: summary.since)) ?? "",
            ])
        }
        for line in table.lines(width: Environment.terminalWidth, yielding: 2) {
            console.print(line)
        }
        let states = CaseState.allCases.compactMap { state in
            counts.states[state].map {
                "\(console.text("case.state.\(state.rawValue)")) \($0)"
            }
        }
        let rest = ["shown": "\(cases.count)", "total": "\(counts.total)"]
        console.say(
            console.text("office.queue.count", rest)
                + (states.isEmpty ? "" : "  " + states.joined(separator: "  "))
        )
    }

    /// Prints how many cases were last returned for each material and reason.
    func printAsked(_ counts: CaseCounts, title: (String) -> String) {
        for (key, figures) in [
            ("office.queue.materials", counts.materials), ("office.stats.reasons", counts.reasons),
        ] where !figures.isEmpty {
            console.print(console.text(key))
            var table = TextTable()
            for (code, count) in figures.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                table.add(["  " + code, title(code), "\(count)"])
            }
            for line in table.lines { console.print(line) }
        }
    }

    func json(_ cases: [CaseSummary], _ counts: CaseCounts) -> JSONValue {
        [
            "cases": .array(cases.map(Self.json)),
            "total": .integer(Int64(counts.total)),
            "states": .object(
                Dictionary(
                    uniqueKeysWithValues: counts.states.map {
                        ($0.rawValue, .integer(Int64($1)))
                    }
                )
            ),
            "materials": .object(counts.materials.mapValues { .integer(Int64($0)) }),
            "reasons": .object(counts.reasons.mapValues { .integer(Int64($0)) }),
        ]
    }

    /// A case for programs.
    static func json(_ summary: CaseSummary) -> JSONValue {
        var value: [String: JSONValue] = [
            "case": .string(summary.caseID), "dossier": .string(summary.dossierID),
            "area": .string(summary.area), "year": .integer(Int64(summary.year)),
            "name": .string(summary.name), "maskedIdNumber": .string(summary.maskedNumber),
            "state": .string(summary.state.rawValue),
            "revision": .integer(Int64(summary.revision)),
            "version": .integer(Int64(summary.version)),
            "received": .integer(summary.received), "since": .integer(summary.since),
        ]
        value["reviewer"] = summary.reviewer.map(JSONValue.string)
        value["asked"] = .array(
            summary.asked.map { item in
                var value: [String: JSONValue] = [
                    "material": .string(item.material), "reason": .string(item.reason),
                    "note": .string(item.note),
                ]
                value["place"] = item.place.map { .integer(Int64($0)) }
                return .object(value)
            }
        )
        return .object(value)
    }
}
