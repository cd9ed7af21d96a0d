import FormLayout
import Registration
import TemplateCatalog

/// A form in words.
struct FormReport {
    let form: FormTemplate
    let console: Console

    func print() {
        printHead()
        console.print()
        console.print(console.text("form.fields"))
        var table = TextTable()
        for field in form.fields { add(field, to: &table, indent: "  ") }
        for line in table.lines { console.print(line) }
        console.print()
        console.print(console.text("form.page"))
        for block in form.blocks { for line in lines(of: block) { console.print("  " + line) } }
        for note in form.notes { say("form.note", ["text": note.brief], indent: "  ") }
    }

    private func say(_ key: String, _ values: [String: String] = [:], indent: String = "") {
        console.print(indent + console.text(key, values))
    }

    private func printHead() {
        let version = console.text("form.version", ["version": "\(form.version)"])
        console.print("\(form.title(in: console.language))  (\(form.id), \(version))")
        for title in form.titles where form.titles.count > 1 {
            let years = "\(title.from.map(String.init) ?? "")–\(title.until.map(String.init) ?? "")"
            say("form.title", ["years": years, "title": title.text])
        }
        for service in form.services {
            let place = [service.area, service.material, service.clause?.section]
            say("form.serves", ["place": place.compactMap(\.self).joined(separator: "  ")])
        }
        if form.services.isEmpty { say("form.servesAll") }
        if form.isReference { say("form.reference") }
        if form.copies > 1 { say("form.copies", ["copies": "\(form.copies)"]) }
        if let list = form.sheetPer { say("form.sheetPer", ["list": list]) }
    }

    private func add(_ field: FormEntryRule, to table: inout TextTable, indent: String) {
        var remarks: [String] = []
        func remark(_ key: String, _ values: [String: String] = [:]) {
            remarks.append(console.text(key, values))
        }
        if field.isRequired { remark("form.required") }
        if let limit = field.limit {
            remark(field.columns == nil ? "form.limit" : "form.rows", ["limit": "\(limit)"])
        }
        if let pattern = field.pattern {
            remark("form.pattern", ["pattern": field.patternHint ?? pattern])
        }
        if let options = field.options { remarks.append(options.joined(separator: "/")) }
        if let binding = field.binding { remarks.append("← \(binding)") }
        table.add([
            indent + field.id, field.label, console.text("form.type.\(field.kind.word)"),
            remarks.joined(separator: "  "),
        ])
        for column in field.columns ?? [] { add(column, to: &table, indent: indent + "  ") }
    }

    private func lines(of block: FormBlock) -> [String] {
        switch block {
        case .table(let table):
            [console.text("form.table", ["columns": "\(table.columns.count)"])]
                + table.rows.map { "  " + $0.cells.map(\.brief).joined(separator: " | ") }
        case .list(let list): [console.text("form.list", ["field": list.field])]
        case .items(let items): [console.text("form.items", ["field": items.field])]
        case .text(let text): [console.text("form.text", ["text": text.brief])]
        case .signs(let signs):
            [console.text("form.signs", ["text": signs.map(\.brief).joined(separator: " / ")])]
        case .space(let height):
            [console.text("form.space", ["height": "\(Int(height.rounded()))"])]
        case .stretch(let height):
            [console.text("form.stretch", ["height": "\(Int(height.rounded()))"])]
        case .rule: [console.text("form.rule")]
        case .code: [console.text("form.code")]
        }
    }
}

extension FormTemplate {
    /// The areas that it serves, each once; none if it serves all.
    var areas: [String] {
        services.map(\.area).reduce(into: []) { areas, area in
            if !areas.contains(area) { areas.append(area) }
        }
    }

    func serves(area: String) -> Bool { services.isEmpty || areas.contains(area) }

    /// The title in a language; in Chinese, that of an exam year or of now.
    func title(in language: FindingTexts.Language, year: Int? = nil) -> String {
        language == .en && !englishTitle.isEmpty ? englishTitle : title(in: year)
    }
}
