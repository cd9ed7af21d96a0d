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
        if !done.isEmpty {
            let titles = ["picture", "steps", "bytes", "pixels", "quality"].map {
                console.text("repair.column.\($0)")
            }
            PictureTable(titles: titles, rows: done.map(row)).printText(to: console)
        }
        for repair in repairs { printRemarks(on: repair) }
        let key = isDryRun ? "repair.would" : done.isEmpty ? "repair.nothing" : "repair.done"
        console.say(console.text(key, ["count": "\(done.count)"]))
    }

    private func row(_ entry: RepairLog.Entry) -> [String] {
        let (before, after) = (entry.original, entry.repaired)
        return [
            before.path,
            console.words(for: entry.steps),
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

    private func sentence(_ shortfall: RepairShortfall) -> String {
        let values: [String: String] =
            switch shortfall {
            case .illegible(let least, let size, let quality):
                ["bytes": "\(least)", "pixels": "\(size)", "quality": "\(quality)"]
            case .noSingleFace(let count): ["count": "\(count)"]
            case .tooSmall(let size): ["pixels": "\(size)"]
            case .undecodable(let reason): ["reason": console.damage(reason)]
            case .faceTooClose, .onlyFirst: [:]
            }
        return console.text("repair.cannot.\(shortfall.name)", values)
    }
}
