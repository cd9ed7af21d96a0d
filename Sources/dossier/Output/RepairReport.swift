import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// Prints what became of the pictures that had something to mend.
struct RepairReport {
    let repairs: [PictureRepair]
    let console: Console

    /// The repairs as the log has them, with what could not be done.
    var json: JSONValue {
        .array(
            repairs.map { repair in
                var value = repair.entry?.json.object ?? [:]
                value["path"] = .string(repair.original.path)
                if !repair.shortfalls.isEmpty {
                    value["shortfalls"] = .array(
                        repair.shortfalls.map { shortfall in
                            [
                                "code": .string(shortfall.name),
                                "message": .string(sentence(shortfall)),
                            ]
                        }
                    )
                }
                return .object(value)
            }
        )
    }

    func printText(isDryRun: Bool) {
        let done = repairs.compactMap(\.entry)
        if !done.isEmpty { printTable(done.map(row)) }
        for repair in repairs { printRemarks(on: repair) }
        let key = isDryRun ? "repair.would" : done.isEmpty ? "repair.nothing" : "repair.done"
        console.say(console.text(key, ["count": "\(done.count)"]))
    }

    /// A line a picture where the terminal is wide enough, else a few.
    private func printTable(_ rows: [[String]]) {
        let titles = ["picture", "steps", "bytes", "pixels", "quality"].map {
            console.text("repair.column.\($0)")
        }
        var table = TextTable()
        for row in [titles] + rows { table.add(row) }
        let width = table.lines.map(TextTable.width(of:)).max() ?? 0
        if width <= Environment.terminalWidth ?? .max {
            for line in table.lines { console.say(line) }
            return
        }
        for row in rows {
            console.say(row[0])
            console.say("    \(row[1])")
            let facts = zip(titles, row).dropFirst(2).map { "\($0) \($1)" }
            console.say("    " + facts.joined(separator: console.language == .zh ? "，" : ", "))
        }
    }

    private func row(_ entry: RepairLog.Entry) -> [String] {
        let (before, after) = (entry.original, entry.repaired)
        return [
            before.path,
            entry.steps.map(word(for:)).joined(separator: console.language == .zh ? "、" : ", "),
            "\(before.size) → \(after.size)",
            before.pixels == after.pixels
                ? "\(after.pixels)" : "\(before.pixels) → \(after.pixels)",
            [before.quality, after.quality].map { $0.map { "q\($0)" } ?? "–" }
                .joined(separator: " → "),
        ]
    }

    private func printRemarks(on repair: PictureRepair) {
        for shortfall in repair.shortfalls {
            let word = console.coloured(console.text("repair.cannot"), .yellow)
            console.print("\(word)  \(repair.original.path)")
            console.print("    " + sentence(shortfall))
        }
        guard let entry = repair.entry else { return }
        if ![.jpeg, .png].contains(entry.original.format) {
            console.say(console.text("repair.look", ["path": entry.repaired.path]))
        }
        for note in repair.notes { console.say("\(repair.original.path): \(note)") }
    }

    private func word(for step: RepairStep) -> String {
        var values: [String: String] = [:]
        var key = "repair.step.\(step.name)"
        switch step {
        case .turned(let turn, let isLossless):
            values["degrees"] = "\(turn.quarters * 90)"
            if turn.isMirrored { key += "-mirrored" }
            if isLossless { key += "-lossless" }
        case .converted(let from, let to):
            values["from"] = from.title
            values["to"] = to.title
        case .coloursConverted(let kind): values["from"] = kind
        case .recoded(let quality): values["quality"] = "\(quality)"
        default: break
        }
        return console.text(key, values)
    }

    private func sentence(_ shortfall: RepairShortfall) -> String {
        let values: [String: String] =
            switch shortfall {
            case .illegible(let least, let size, let quality):
                ["bytes": "\(least)", "pixels": "\(size)", "quality": "\(quality)"]
            case .noSingleFace(let count): ["count": "\(count)"]
            case .tooSmall(let size): ["pixels": "\(size)"]
            case .undecodable(let reason): ["reason": reason]
            case .faceTooClose, .onlyFirst: [:]
            }
        return console.text("repair.cannot.\(shortfall.name)", values)
    }
}
