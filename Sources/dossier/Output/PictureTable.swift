import TemplateCatalog

/// What was done to pictures, as a table: the picture, what was done, and facts before and after.
struct PictureTable {
    let titles: [String]
    let rows: [[String]]

    /// A line a picture, below the titles.
    var lines: [String] {
        var table = TextTable()
        for row in [titles] + rows { table.add(row) }
        return table.lines
    }

    /// Prints a line a picture where the terminal is wide enough, else a few.
    func printText(to console: Console) {
        let lines = lines
        let width = lines.map(TextTable.width(of:)).max() ?? 0
        if width <= Environment.terminalWidth ?? .max {
            for line in lines { console.say(line) }
            return
        }
        for row in rows {
            console.say(row[0])
            console.say("    \(row[1])")
            let facts = zip(titles, row).dropFirst(2).map { "\($0) \($1)" }
            console.say("    " + facts.joined(separator: console.language == .zh ? "，" : ", "))
        }
    }
}
