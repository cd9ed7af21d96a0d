import PageLayout
import Registration
import Review
import TemplateCatalog

extension ChecklistSheet {
    /// The groups in their order: required, open, and below the table what is not needed.
    var groupBlocks: [FlowBlock] {
        let required = list.items.filter(\.requirement.isRequired)
        let rest = list.items.filter { !$0.requirement.isRequired }
        let open = list.items.filter { $0.state == .unknown }
        var number = 0
        func rows(_ items: [CandidateChecklist.Item]) -> [FlowBlock] {
            var rows = items.map { item -> FlowBlock in
                number += 1
                return row(item, number: number)
            }
            // No row stands alone on the last page of its group.
            if rows.count > 1 { rows[rows.count - 2].keepsWithNext = true }
            return rows
        }
        var blocks: [FlowBlock] = []
        if !required.isEmpty {
            let missing = required.count { $0.state == .missing }
            blocks.append(
                band("required", ["count": "\(required.count)", "missing": "\(missing)"])
            )
            blocks += rows(required)
        }
        guard place == nil else {
            if !rest.isEmpty {
                blocks += [band("extra", ["count": "\(rest.count)"])] + rows(rest)
            }
            // What is signed stands under some of the rows that it is signed for.
            for index in blocks.indices.suffix(2) { blocks[index].keepsWithNext = true }
            return blocks
        }
        if !open.isEmpty || !questions.isEmpty {
            blocks.append(band("open", ["count": "\(open.count)"], hint: "openHint"))
            blocks += questions.map(question)
            blocks += rows(open)
        }
        let told = rest.filter { $0.state != .unknown }
        return blocks + compact("idle", told.filter { $0.state == .notNeeded })
            + compact("optional", told.filter { $0.state != .notNeeded })
    }

    // MARK: - Table

    private static let columnCount = ChecklistStyle.Column.allCases.count
    /// The columns over which the words of a question reach: their widths together are its width.
    private static let questionColumns = 4

    /// The left edge and width of a column.
    private func frame(_ column: ChecklistStyle.Column) -> (x: Double, width: Double) {
        var x = area.x
        for other in ChecklistStyle.Column.allCases.prefix(while: { $0 != column }) {
            x += width(other)
        }
        return (x, width(column))
    }

    var tableHead: FlowBlock {
        // Short words in narrow columns: they need no more room at their sides.
        let side = style[.cellSide] / 4
        var head = ruled(
            ChecklistStyle.Column.allCases.map { column in
                let (x, width) = frame(column)
                // Who has the papers before them need not be told where to get them.
                let isOfPages = place != nil && column == .source
                let words = style.text(isOfPages ? "pages" : column.rawValue)
                let room = width - 2 * side
                return FlowCell(
                    x: x,
                    width: width,
                    lines: lines(words, .hei, .body, width: room, alignment: .centre),
                    fill: look.colours.tint,
                    role: .columnHeader
                )
            },
            height: style[.band],
            isUnderHead: false
        )
        head.padding.side = side
        head.parts = .row(continues: false)
        return head
    }

    private func ruled(_ cells: [FlowCell], height: Double, isUnderHead: Bool = true) -> FlowBlock {
        var block = FlowBlock(cells: cells)
        block.padding = (style[.cellTop], style[.cellSide])
        block.minimumHeight = height
        block.isRuled = true
        block.isUnderHead = isUnderHead
        block.parts = .row(continues: true)
        return block
    }

    private func band(_ key: String, _ values: [String: String], hint: String? = nil) -> FlowBlock {
        let title = style.text(key, values)
        let room = area.width - 2 * style[.cellSide]
        var cell = FlowCell(
            x: area.x,
            width: area.width,
            lines: lines(title, .heiBold, .heading, width: room),
            role: .headerCell(.column, columns: Self.columnCount, rows: 1)
        )
        if let hint {
            cell.lines += lines(
                style.text(hint),
                .song,
                .small,
                width: room,
                colour: look.colours.soft
            )
        }
        var block = ruled([cell], height: style[.band])
        block.keepsWithNext = true
        block.bookmark = title
        return block
    }

    private func row(_ item: CandidateChecklist.Item, number: Int) -> FlowBlock {
        let room = { (column: ChecklistStyle.Column) in self.width(column) - 2 * style[.cellSide] }
        let requirement = item.requirement
        func cell(
            _ column: ChecklistStyle.Column,
            _ lines: [FlowLine] = [],
            tick: Double? = nil
        ) -> FlowCell {
            let (x, width) = frame(column)
            return FlowCell(x: x, width: width, lines: lines, tick: tick)
        }
        let clause = style.text(
            "clauseText",
            ["section": requirement.clause.section, "quote": requirement.clause.quote]
        )
        let material = requirement.material
        let source =
            place == nil
            ? lines(material.source ?? "", .song, .small, width: room(.source))
            : lines(
                pageNumbers[material.id] ?? "",
                .hei,
                .body,
                width: room(.source),
                alignment: .centre
            )
        let digits = lines(
            "\(number)",
            .hei,
            .body,
            width: room(.number),
            alignment: .centre
        )
        return ruled(
            [
                cell(.number, digits),
                cell(.candidate, tick: style[.tick]),
                cell(.office, tick: style[.tick]),
                cell(.material, self.material(item, width: room(.material))),
                cell(.count, count(item, width: room(.count))),
                cell(.clause, lines(clause, .song, .small, width: room(.clause))),
                cell(.source, source),
            ],
            height: style[.row]
        )
    }

    /// The title; which papers do; hints for the candidate; points for the office.
    private func material(_ item: CandidateChecklist.Item, width: Double) -> [FlowLine] {
        let material = item.requirement.material
        var cell = lines(material.title, .heiBold, .strong, width: width)
        func add(_ words: String, _ role: FontRole = .song, colour: Colour? = nil) {
            cell += lines(words, role, .small, width: width, colour: colour)
        }
        // A single one is only another name.
        if material.oneOf.count > 1 {
            let papers = material.oneOf.joined(separator: "、")
            add(style.text("oneOf", ["papers": papers]))
        }
        switch item.excuse {
        case .instead(nil)?: add(style.text("insteadOfAnother"))
        case .instead(let title?)?:
            add(messages.text("areas.satisfiedBy", in: .zh, ["material": title]) ?? title)
        case .waived(let reason)?: add(style.text("waived", ["reason": reason]))
        case nil: break
        }
        if case .cannotTell(let missing) = item.requirement.need, !missing.isEmpty {
            add(
                style.text("dependsOn", ["keys": names(of: missing)]),
                .hei,
                colour: look.colours.accent
            )
        } else if !item.requirement.countMissing.isEmpty {
            let keys = names(of: item.requirement.countMissing)
            add(style.text("countOpen", ["keys": keys]), .hei, colour: look.colours.accent)
        }
        for note in item.requirement.notes { add(note) }
        if !material.reviewerNotes.isEmpty {
            let notes = material.reviewerNotes.joined(separator: "；")
            add(style.text("reviewer", ["notes": notes]), .kai)
        }
        return cell
    }

    private func names(of paths: [ProfilePath]) -> String {
        paths.map(wording.words).joined(separator: "、")
    }

    private func count(_ item: CandidateChecklist.Item, width: Double) -> [FlowLine] {
        var cell: [FlowLine] = []
        func add(_ words: String, _ role: FontRole = .song, colour: Colour? = nil) {
            cell += lines(
                words,
                role,
                .body,
                width: width,
                colour: colour,
                alignment: .centre
            )
        }
        if item.requirement.need != .notRequired { add(need(item.requirement)) }
        add(style.text("have", ["have": "\(item.have)"]))
        switch item.state {
        case .missing: add(lack(item), .heiBold, colour: look.colours.accent)
        case .unknown: break
        // In a dossier both numbers are before everybody's eyes, and most are complete.
        case .complete where place != nil: break
        default:
            let word = messages.text("state.\(item.state.rawValue)", in: .zh)
            add(word ?? item.state.rawValue, .hei, colour: look.colours.soft)
        }
        return cell
    }

    private func need(_ requirement: Requirement) -> String {
        switch requirement.need {
        case .required(let minimum, let maximum?) where minimum < maximum:
            style.text("needRange", ["need": "\(minimum)–\(maximum)"])
        case .required(let minimum, let maximum):
            style.text("need", ["need": maximum == nil ? "≥\(minimum)" : "\(minimum)"])
        case .notRequired, .cannotTell: style.text("needOpen")
        }
    }

    private func lack(_ item: CandidateChecklist.Item) -> String {
        guard case .required(let minimum, let maximum) = item.requirement.need else { return "" }
        if item.have < minimum {
            return style.text("missing", ["count": "\(minimum - item.have)"])
        }
        return style.text("surplus", ["count": "\(item.have - (maximum ?? item.have))"])
    }

    // MARK: - Questions

    /// Every open circumstance that a row names, in the order in which to ask.
    private var questions: [(path: ProfilePath, key: ProfileKey)] {
        var paths = list.questions.map(\.path)
        for item in list.items {
            switch item.requirement.need {
            case .cannotTell(let missing): paths += missing
            case .required: paths += item.requirement.countMissing
            case .notRequired: break
            }
        }
        var seen: Set<ProfilePath> = []
        return paths.filter { seen.insert($0).inserted }
            .compactMap { path in list.area.question(at: path).map { (path, $0) } }
    }

    /// A question with squares before its answers, to be ticked on paper.
    private func question(_ path: ProfilePath, _ key: ProfileKey) -> FlowBlock {
        let name = wording.words(for: path)
        let left = width(.number) + width(.candidate) + width(.office) + width(.count)
        let side = 2 * style[.cellSide]
        let label = FlowCell(
            x: area.x,
            width: left,
            lines: lines(name, .hei, .body, width: left - side),
            role: .headerCell(.row, columns: Self.questionColumns, rows: 1)
        )
        let width = area.width - left
        let text = path.entry.map { "\(key.question)（\($0.number)）" } ?? key.question
        // 报考级别？ says no more than 报考级别 beside it.
        let isNew = text != style.text("plainQuestion", ["label": name])
        let cell = FlowCell(
            x: area.x + left,
            width: width,
            lines: (isNew ? lines(text, .song, .body, width: width - side) : [])
                + answers(to: key, width: width - side),
            role: .dataCell(columns: Self.columnCount - Self.questionColumns, rows: 1)
        )
        var block = ruled([label, cell], height: style[.band])
        block.padding.top = style[.cellTop] / 2
        return block
    }

    private func answers(to key: ProfileKey, width: Double) -> [FlowLine] {
        switch key.kind {
        case .choice(let values): squares(values, width: width)
        case .flag: squares([style.text("answerYes"), style.text("answerNo")], width: width)
        case .date: lines(style.text("answerDate"), .song, .body, width: width)
        case .list: lines(style.text("answerList"), .song, .body, width: width)
        case .text: lines(style.text("answerText"), .song, .body, width: width)
        }
    }

    private func squares(_ values: [String], width: Double) -> [FlowLine] {
        let text = text(.song, .body)
        let tick = style[.smallTick]
        let indent = tick * FlowLine.tickRoom
        var lines: [FlowLine] = []
        var x = 0.0
        for value in values {
            let set = measure.set(
                value,
                text,
                width: width - indent,
                leading: style[.body].leading
            )
            let needed = indent + (set.lines.map(\.width).max() ?? 0)
            if x + needed > width { x = 0 }
            for (index, line) in set.flowLines.enumerated() {
                var line = line
                for piece in line.pieces.indices { line.pieces[piece].x += x + indent }
                if index == 0, !line.pieces.isEmpty {
                    line.pieces[0].x -= indent
                    line.pieces[0].tick = tick
                }
                line.begins = lines.isEmpty
                if x > 0, index == 0 {
                    lines[lines.count - 1].pieces += line.pieces
                } else {
                    lines.append(line)
                }
            }
            x += needed + 2 * text.em
        }
        return lines
    }

    // MARK: - Not needed

    /// Titles in one paragraph, those with the same reason together.
    private func compact(_ key: String, _ items: [CandidateChecklist.Item]) -> [FlowBlock] {
        guard !items.isEmpty else { return [] }
        var reasons: [String] = []
        var titles: [String: [String]] = [:]
        for item in items {
            let reason = item.requirement.because.map(wording.words).joined(separator: "，")
            if titles[reason] == nil { reasons.append(reason) }
            titles[reason, default: []].append(title(of: item))
        }
        let words = reasons.map { reason in
            let names = titles[reason, default: []].joined(separator: "、")
            guard !reason.isEmpty else { return names }
            return style.text("reasonGroup", ["titles": names, "reason": reason])
        }.joined(separator: "；")
        return section(style.text(key, ["count": "\(items.count)"]))
            + paragraph(words + "。", .song, .body)
    }

    private func title(of item: CandidateChecklist.Item) -> String {
        let title = item.requirement.material.title
        guard item.have > 0 else { return title }
        return style.text("titleWithHave", ["title": title, "have": "\(item.have)"])
    }
}
