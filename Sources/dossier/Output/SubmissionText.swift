import Packaging
import Registration
import TemplateCatalog

/// Says in words what a PDF to upload holds, or why there is none.
struct SubmissionText {
    /// How many pictures are named where everything is too large.
    private static let named = 5

    let report: SubmissionReport
    let console: Console

    func printMade() {
        let reduced = report.reduced
        if !reduced.isEmpty {
            table(reduced).printText(to: console)
            if let level = report.level {
                console.say(console.text("submission.level", words(level)))
            }
        }
        let limit = report.limit.map { console.text("submission.limit", ["limit": "\($0)"]) }
        console.say(
            console.text(
                "submission.done",
                [
                    "path": report.path, "pages": "\(report.pictures.count)",
                    "bytes": "\(report.size)", "limit": limit ?? "",
                    "reduced": "\(reduced.count)",
                ]
            )
        )
    }

    func printIllegible() {
        var values = report.level.map(words) ?? [:]
        values["bytes"] = "\(report.size)"
        values["limit"] = report.limit?.description
        console.note(console.text("submission.illegible", values))
        let largest = report.pictures.sorted { $0.after.size > $1.after.size }.prefix(Self.named)
        for line in table(Array(largest)).lines { console.note(line) }
        console.note(
            console.text("submission.mend", ["bytes": "\(report.size.rawValue)"])
        )
    }

    private func words(_ level: ReductionLevel) -> [String: String] {
        ["dpi": "\(level.dpi)", "quality": "\(level.quality)"]
    }

    private func table(_ entries: [SubmissionReport.Entry]) -> PictureTable {
        let titles = ["picture", "steps", "bytes", "pixels", "quality"].map {
            console.text("repair.column.\($0)")
        }
        return PictureTable(
            titles: titles + [console.text("submission.column.dpi")],
            rows: entries.map(row)
        )
    }

    private func row(_ entry: SubmissionReport.Entry) -> [String] {
        let (before, after) = (entry.before, entry.after)
        func change(_ value: (SubmissionReport.State) -> String) -> String {
            let (old, new) = (value(before), value(after))
            return old == new ? old : "\(old) → \(new)"
        }
        return [
            entry.path, console.words(for: entry.steps), change { "\($0.size)" },
            change { "\($0.pixels)" }, change { $0.quality.map { "q\($0)" } ?? "–" },
            change { "\($0.dpi)" },
        ]
    }
}
