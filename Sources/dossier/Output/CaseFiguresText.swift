import CaseRegister
import Registration
import Sealing
import TemplateCatalog

/// Prints what an office did, in figures.
struct CaseFiguresText {
    let statistics: CaseStatistics
    let counts: CaseCounts
    let reasons: ReturnReasons
    let console: Console

    func printText() {
        let decisions = statistics.decisions
        console.print(
            console.text(
                "office.stats.total",
                [
                    "cases": "\(counts.total)", "returned": "\(decisions.returned)",
                    "accepted": "\(decisions.accepted)", "rejected": "\(decisions.rejected)",
                ]
            )
        )
        if let share = statistics.shareReturnedAtFirst {
            let percent = Int((share * 100).rounded())
            console.print(console.text("office.stats.first", ["percent": "\(percent)"]))
        }
        if let wait = statistics.medianWait {
            let isLong = wait >= 2 * 86_400
            let tenths = Int((Double(wait) / (isLong ? 8640 : 360)).rounded())
            console.print(
                console.text(
                    isLong ? "office.stats.wait.days" : "office.stats.wait.hours",
                    ["time": "\(tenths / 10).\(tenths % 10)"]
                )
            )
        }
        show("office.stats.reasons", rows(statistics.reasons))
        show(
            "office.stats.reviewers",
            statistics.reviewers.sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
                .map { [$0.key, "\($0.value.total)"] + $0.value.cells }
        )
        show(
            "office.stats.days",
            statistics.days.suffix(31).map { day in
                [
                    IssueDay.text(daysSince1970: day.day) ?? "", "\(day.submissions)",
                    "\(day.decisions.total)",
                ] + day.decisions.cells
            }
        )
    }

    private func rows(_ figures: [String: Int]) -> [[String]] {
        figures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
            [
                reasons.returnReason(code)?.wording.title(in: console.language) ?? code,
                "\(count)",
            ]
        }
    }

    private func show(_ title: String, _ rows: [[String]]) {
        guard !rows.isEmpty else { return }
        console.print(console.text(title))
        var table = TextTable()
        for row in rows { table.add(["  " + row[0]] + row.dropFirst()) }
        for line in table.lines { console.print(line) }
    }

    var json: JSONValue {
        var value: [String: JSONValue] = [
            "cases": .integer(Int64(counts.total)),
            "decisions": statistics.decisions.json,
            "reasons": .object(statistics.reasons.mapValues { .integer(Int64($0)) }),
            "reviewers": .object(statistics.reviewers.mapValues(\.json)),
            "days": .array(
                statistics.days.map { day in
                    [
                        "day": .string(IssueDay.text(daysSince1970: day.day) ?? ""),
                        "submissions": .integer(Int64(day.submissions)),
                        "decisions": day.decisions.json,
                    ]
                }
            ),
        ]
        value["medianWait"] = statistics.medianWait.map(JSONValue.integer)
        value["returnedAtFirst"] = .integer(Int64(statistics.firstSubmissions.returned))
        value["decidedAtFirst"] = .integer(Int64(statistics.firstSubmissions.total))
        return .object(value)
    }
}

extension CaseStatistics.Decisions {
    fileprivate var cells: [String] { ["\(returned)", "\(accepted)", "\(rejected)"] }

    fileprivate var json: JSONValue {
        [
            "returned": .integer(Int64(returned)), "accepted": .integer(Int64(accepted)),
            "rejected": .integer(Int64(rejected)),
        ]
    }
}
